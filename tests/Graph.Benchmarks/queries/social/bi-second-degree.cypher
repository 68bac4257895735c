// people by the number of friends of friends
MATCH (p:Person)-[:KNOWS]->(q:Person)-[:KNOWS]->(r:Person) WHERE p.id < 200 RETURN p.id AS i, count(DISTINCT r.id) AS c ORDER BY c DESC, i LIMIT 20
