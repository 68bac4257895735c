// how much of its text an article's mentions span
// peers: MATCH (a:Article)-[m:MENTIONS]->(e) WITH a, max(m.end_) AS x, min(m.start_) AS y RETURN (x - y) / 100 AS k, count(*) AS c ORDER BY k
MATCH (a:Article)-[m:MENTIONS]->(e) WITH a, max(m.end) AS x, min(m.start) AS y RETURN (x - y) / 100 AS k, count(*) AS c ORDER BY k
