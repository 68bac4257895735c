// messages of friends and their friends before a day
MATCH (p:Person {id: 10})-[:KNOWS*1..2]-(f:Person) WHERE f.id <> 10 WITH DISTINCT f
MATCH (f)<-[:HAS_CREATOR]-(m:Message) WHERE m.creationDate < '2011-10-01' RETURN f.id AS i, m.id AS j, m.creationDate AS d ORDER BY d DESC, j LIMIT 20
