// posts and the direct answers of each person in a month
MATCH (p:Person)<-[:HAS_CREATOR]-(m:Post)<-[:REPLY_OF]-(c:Comment) WHERE m.creationDate >= '2012-01-01' AND m.creationDate < '2012-02-01'
RETURN p.id AS i, count(*) AS a, count(DISTINCT m.id) AS b ORDER BY a DESC, i LIMIT 100
