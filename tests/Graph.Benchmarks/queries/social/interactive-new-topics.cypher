// tags of friends' posts in one month
MATCH (:Person {id: 5})-[:KNOWS]-(f:Person)<-[:HAS_CREATOR]-(m:Post)-[:HAS_TAG]->(t:Tag) WHERE m.creationDate >= '2012-03-01' AND m.creationDate < '2012-04-01'
RETURN t.name AS n, count(DISTINCT m.id) AS c ORDER BY c DESC, n LIMIT 10
