// likes of those who liked a tag's messages
MATCH (t:Tag {id: 2})<-[:HAS_TAG]-(m:Message)-[:HAS_CREATOR]->(p:Person), (m)<-[:LIKES]-(q:Person)<-[:HAS_CREATOR]-(n:Message)<-[:LIKES]-(r:Person)
WHERE n.id <> m.id RETURN p.id AS i, count(*) AS c ORDER BY c DESC, i LIMIT 20
