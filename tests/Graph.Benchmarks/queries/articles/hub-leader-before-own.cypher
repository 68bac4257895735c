// Spanish articles that name a leader before the organization led
// peers: MATCH (a:Article)-[m:MENTIONS]->(p:Person), (a)-[n:MENTIONS]->(o:Organization), (p)-[r:LEADS]->(o) WHERE m.end_ < n.start_ AND a.lang = 'es' AND r.article <> a.id RETURN a.year AS y, count(*) AS c, count(DISTINCT o.id) AS os ORDER BY y
MATCH (a:Article)-[m:MENTIONS]->(p:Person), (a)-[n:MENTIONS]->(o:Organization), (p)-[r:LEADS]->(o) WHERE m.end < n.start AND a.lang = 'es' AND r.article <> a.id RETURN a.year AS y, count(*) AS c, count(DISTINCT o.id) AS os ORDER BY y
