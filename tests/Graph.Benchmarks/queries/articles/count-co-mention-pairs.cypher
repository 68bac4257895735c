// pairs of organizations in one article with their number, most frequent first
MATCH (o:Organization {id: 2})<-[:MENTIONS]-(a:Article)-[:MENTIONS]->(x:Organization) WHERE x.id <> 2
RETURN x.id, count(*) AS c ORDER BY c DESC, x.id LIMIT 10
