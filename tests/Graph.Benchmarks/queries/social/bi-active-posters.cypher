// posters of a tag, with their answers and likes
MATCH (t:Tag {id: 0})<-[:HAS_TAG]-(m:Message)-[:HAS_CREATOR]->(p:Person)
OPTIONAL MATCH (m)<-[l:LIKES]-(:Person) OPTIONAL MATCH (m)<-[:REPLY_OF]-(c:Comment)
RETURN p.id AS i, count(DISTINCT m.id) AS a, count(DISTINCT c.id) AS b ORDER BY a DESC, b DESC, i LIMIT 100
