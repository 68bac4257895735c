// members of the biggest forums and their posts
MATCH (f:Forum)-[:HAS_MEMBER]->(p:Person) WITH f, count(p.id) AS size ORDER BY size DESC, f.id LIMIT 50
MATCH (f)-[:CONTAINER_OF]->(m:Post)-[:HAS_CREATOR]->(q:Person) RETURN q.id AS i, count(m.id) AS c ORDER BY c DESC, i LIMIT 100
