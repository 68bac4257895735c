// critics of the own country among those of much criticized people
MATCH (p:Person)-[r:CRITICIZED]->(q:Person) WITH q, count(*) AS n, sum(CASE WHEN p.country = q.country THEN 1 ELSE 0 END) AS own WHERE n > 20 RETURN q.id AS i, n, own ORDER BY own DESC, n DESC, i LIMIT 10
