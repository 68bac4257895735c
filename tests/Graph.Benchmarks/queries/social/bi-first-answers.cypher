// for each person the first answer to any message
MATCH (p:Person)<-[:HAS_CREATOR]-(m:Message)<-[:REPLY_OF]-(c:Comment) RETURN p.id AS i, min(c.creationDate) AS d, count(DISTINCT m.id) AS n ORDER BY d, i LIMIT 50
