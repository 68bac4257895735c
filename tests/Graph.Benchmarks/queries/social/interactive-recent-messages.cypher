// the newest messages of friends before a day
MATCH (:Person {id: 10})-[:KNOWS]-(f:Person)<-[:HAS_CREATOR]-(m:Message) WHERE m.creationDate <= '2012-06-01'
RETURN f.id AS i, m.id AS j, m.creationDate AS d ORDER BY d DESC, j LIMIT 20
