// tags beside a given one in messages of friends of friends
MATCH (p:Person {id: 3})-[:KNOWS*1..2]-(f:Person) WHERE f.id <> 3 WITH DISTINCT f
MATCH (f)<-[:HAS_CREATOR]-(m:Post)-[:HAS_TAG]->(t:Tag {id: 1}), (m)-[:HAS_TAG]->(o:Tag) WHERE o.id <> 1 RETURN o.name AS n, count(DISTINCT m.id) AS c ORDER BY c DESC, n LIMIT 10
