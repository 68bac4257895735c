// the newest answers to one's messages
MATCH (:Person {id: 2})<-[:HAS_CREATOR]-(m:Message)<-[:REPLY_OF]-(c:Comment)-[:HAS_CREATOR]->(f:Person) RETURN f.id AS i, c.id AS j, c.creationDate AS d ORDER BY d DESC, j LIMIT 20
