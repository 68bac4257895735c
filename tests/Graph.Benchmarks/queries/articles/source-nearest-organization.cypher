// the nearest leaders of an organization
MATCH p = shortestPath((a:Person {id: 8})-[:MET_WITH*1..5]->(b:Person)) WHERE b.country = 'ZA' AND b.id <> 8 RETURN b.id, length(p) AS len ORDER BY len, b.id LIMIT 20
