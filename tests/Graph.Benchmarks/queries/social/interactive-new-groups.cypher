// forums that friends joined, with their posts there
MATCH (:Person {id: 7})-[:KNOWS]-(f:Person)<-[r:HAS_MEMBER]-(g:Forum) WHERE r.joinDate > '2012-10-01' WITH DISTINCT f, g
OPTIONAL MATCH (g)-[:CONTAINER_OF]->(m:Post)-[:HAS_CREATOR]->(f) RETURN g.id AS i, count(m.id) AS c ORDER BY c DESC, i LIMIT 20
