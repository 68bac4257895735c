// how far everybody is from one person
MATCH p = shortestPath((a:Person {id: 3})-[:MET_WITH*1..6]->(b:Person)) WHERE b.id <> 3 RETURN length(p) AS len, count(*) AS c ORDER BY len
