// distances in both directions
MATCH p = shortestPath((a:Person {id: 33})-[:MARRIED_TO*1..8]-(b:Person)) WHERE b.id <> 33 RETURN length(p) AS len, count(*) AS c ORDER BY len
