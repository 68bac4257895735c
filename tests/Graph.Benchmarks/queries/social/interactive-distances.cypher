// how many people at each distance
MATCH p = shortestPath((a:Person {id: 250})-[:KNOWS*1..6]-(b:Person)) WHERE b.id <> 250 RETURN length(p) AS len, count(*) AS c ORDER BY len
