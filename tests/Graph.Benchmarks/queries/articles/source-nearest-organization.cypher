// the nearest leaders of an organization
// peers: MATCH p = (a:Person {id: 8})-[:MET_WITH* SHORTEST 1..5]->(b:Person) WHERE b.country = 'ZA' AND b.id <> 8 RETURN b.id, length(p) AS len ORDER BY len, b.id LIMIT 20
MATCH p = shortestPath((a:Person {id: 8})-[:MET_WITH*1..5]->(b:Person)) WHERE b.country = 'ZA' AND b.id <> 8 RETURN b.id, length(p) AS len ORDER BY len, b.id LIMIT 20
