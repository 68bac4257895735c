// posts and the direct answers of each person in a month
MATCH (p:Person)<-[:HAS_CREATOR]-(m:Post)<-[:REPLY_OF]-(c:Comment) WHERE m.creationDate >= '2012-01-01' AND m.creationDate < '2012-02-01'
RETURN p.id AS i, count(DISTINCT m.id) AS a, count(c.id) AS b ORDER BY b DESC, i LIMIT 100
