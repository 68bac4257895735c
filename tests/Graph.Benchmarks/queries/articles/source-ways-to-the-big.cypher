// how many shortest chains of deals lead to the big ones
// peers: MATCH p = (a:Organization)-[:SIGNED_DEAL_WITH* ALL SHORTEST 1..4]->(b:Organization) WHERE a.id = 102 AND b.id < 60 AND b.id <> 102 RETURN b.id AS i, length(p) AS len, count(*) AS n ORDER BY i
MATCH p = allShortestPaths((a:Organization {id: 102})-[:SIGNED_DEAL_WITH*1..4]->(b:Organization)) WHERE b.id < 60 AND b.id <> 102 RETURN b.id AS i, length(p) AS len, count(*) AS n ORDER BY i
