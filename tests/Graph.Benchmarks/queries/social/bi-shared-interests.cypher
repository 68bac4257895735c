// pairs of people of unequal age with many common interests
MATCH (p:Person)-[:HAS_INTEREST]->(t:Tag)<-[:HAS_INTEREST]-(q:Person) WHERE p.birthday < q.birthday AND p.id <> q.id AND t.id > 0
WITH p.id AS i, q.id AS j, count(*) AS n, sum(t.id) AS s WHERE n >= 3
RETURN i AS i, j AS j, n AS n, s AS s ORDER BY n DESC, s DESC, i, j LIMIT 300
