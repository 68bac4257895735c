// how far everybody is from one person
// peers: MATCH p = (a:Person {id: 3})-[:MET_WITH* SHORTEST 1..6]->(b:Person) WHERE b.id <> 3 RETURN length(p) AS len, count(*) AS c ORDER BY len
MATCH p = shortestPath((a:Person {id: 3})-[:MET_WITH*1..6]->(b:Person)) WHERE b.id <> 3 RETURN length(p) AS len, count(*) AS c ORDER BY len
