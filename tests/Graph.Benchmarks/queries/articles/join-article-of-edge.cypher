// articles that tell of a lawsuit and mention its plaintiff
MATCH (o:Organization)-[r:SUED]->(x:Organization), (a:Article)-[:MENTIONS]->(o) WHERE a.id = r.article RETURN count(*) AS c
