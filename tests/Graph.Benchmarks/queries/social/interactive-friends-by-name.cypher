// people of a first name within three steps, nearest first
MATCH p = shortestPath((a:Person {id: 33})-[:KNOWS*1..3]-(b:Person)) WHERE b.firstName = 'Ba' AND b.id <> 33 RETURN b.id AS i, length(p) AS len, b.lastName AS n ORDER BY len, n, i LIMIT 20
