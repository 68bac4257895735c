// chains of recent purchases only
// peers: MATCH p = (a:Organization)-[:ACQUIRED* TRAIL 1..3 (r, x | WHERE r.year >= 2020)]->(b:Organization) WHERE a.id < 100 RETURN length(p) AS len, count(*) AS n, count(DISTINCT b.id) AS bs ORDER BY len
MATCH p = (a:Organization)-[:ACQUIRED*1..3]->(b:Organization) WHERE a.id < 100 AND all(r IN relationships(p) WHERE r.year >= 2020) RETURN length(p) AS len, count(*) AS n, count(DISTINCT b.id) AS bs ORDER BY len
