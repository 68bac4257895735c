// friends in one forum
MATCH (f:Forum)-[:HAS_MEMBER]->(a:Person)-[:KNOWS]->(b:Person)<-[:HAS_MEMBER]-(f) RETURN f.id AS i, count(*) AS c ORDER BY c DESC, i LIMIT 10
