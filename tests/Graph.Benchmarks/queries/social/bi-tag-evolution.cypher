// messages of each tag of a class in two windows
// peers: MATCH (k:TagClass {id: 3})<-[:HAS_TYPE]-(t:Tag) OPTIONAL MATCH (t)<-[:HAS_TAG]-(m:Message) WHERE m.creationDate >= '2012-01-01' AND m.creationDate < '2012-04-01' WITH t, count(m.id) AS a OPTIONAL MATCH (t)<-[:HAS_TAG]-(x:Message) WHERE x.creationDate >= '2012-04-01' AND x.creationDate < '2012-07-01' RETURN t.name AS n, a, count(x.id) AS b ORDER BY n LIMIT 100
MATCH (k:TagClass {id: 3})<-[:HAS_TYPE]-(t:Tag) OPTIONAL MATCH (t)<-[:HAS_TAG]-(m:Message) WHERE m.creationDate >= '2012-01-01' AND m.creationDate < '2012-04-01'
WITH t, count(m.id) AS a OPTIONAL MATCH (t)<-[:HAS_TAG]-(n:Message) WHERE n.creationDate >= '2012-04-01' AND n.creationDate < '2012-07-01'
RETURN t.name AS n, a, count(n.id) AS b ORDER BY n LIMIT 100
