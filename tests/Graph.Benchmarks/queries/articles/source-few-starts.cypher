// the people of a country reached from five starts
MATCH p = shortestPath((a:Person)-[:SUPPORTS|CRITICIZED*1..4]->(b:Person)) WHERE a.id < 10 AND b.country = 'KR' AND a.id <> b.id
RETURN a.id AS a, length(p) AS len, count(*) AS c ORDER BY a, len
