// likes of posts by members of their forum
MATCH (f:Forum)-[:CONTAINER_OF]->(m:Post)<-[:LIKES]-(p:Person)<-[:HAS_MEMBER]-(f) RETURN count(*) AS c
