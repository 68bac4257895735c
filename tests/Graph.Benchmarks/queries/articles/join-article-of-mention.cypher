// articles that mention the leader whose leadership they report
MATCH (a:Article)-[:MENTIONS]->(p:Person), (p)-[r:LEADS]->(o:Organization) WHERE a.id = r.article RETURN a.year AS y, count(*) AS c ORDER BY y
