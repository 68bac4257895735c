// distinct pairs of people linked by criticism over a third, by countries
MATCH (p:Person)-[:CRITICIZED]->(m:Person)-[:CRITICIZED]->(q:Person) WHERE p.id <> q.id AND m.id > 10
WITH DISTINCT p.id AS i, q.id AS j, p.country AS k1, q.country AS k2
RETURN k1 AS k1, k2 AS k2, count(*) AS n, sum(i % 7 + j % 5) AS s ORDER BY n DESC, k1, k2
