// Which articles mention all of four well known entities?
MATCH (a:Article)-[:MENTIONS]->(e)
WHERE e.id IN [1, 2, 3, 7]
WITH a, count(DISTINCT e.id) AS n WHERE n = 4
RETURN a.id, a.date, a.source ORDER BY a.date DESC, a.id LIMIT 20
