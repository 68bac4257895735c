// how many shortest paths lead there
MATCH p = allShortestPaths((a:Person {id: 3})-[:MET_WITH*1..4]->(b:Person)) WHERE b.id > 3 AND b.id < 200 RETURN b.id, length(p) AS len, count(*) AS c ORDER BY b.id
