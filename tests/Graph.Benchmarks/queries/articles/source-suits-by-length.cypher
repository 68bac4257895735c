// chains of suits from one country by length and last defendant
// peers: MATCH p = (a:Organization)-[:SUED* TRAIL 1..3]->(b:Organization) WHERE a.country = 'SE' RETURN length(p) AS len, b.country AS k, count(*) AS n ORDER BY len, n DESC, k LIMIT 45
MATCH p = (a:Organization)-[:SUED*1..3]->(b:Organization) WHERE a.country = 'SE' RETURN length(p) AS len, b.country AS k, count(*) AS n ORDER BY len, n DESC, k LIMIT 45
