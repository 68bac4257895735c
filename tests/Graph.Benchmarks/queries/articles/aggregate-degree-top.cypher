// people with most relations to people
MATCH (p:Person)-[r]->(q:Person) RETURN p.name AS n, p.id AS i, count(r) AS c ORDER BY c DESC, i LIMIT 10
