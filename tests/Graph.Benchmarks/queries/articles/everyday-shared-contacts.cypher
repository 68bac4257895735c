// who met the same people as one
MATCH (a:Person {id: 1})-[:MET_WITH]->(x:Person)<-[:MET_WITH]-(b:Person) WHERE b.id <> 1 WITH b, count(DISTINCT x.id) AS c RETURN b.id AS i, c ORDER BY c DESC, i LIMIT 10
