// Articles of one source with consecutive numbers that mention the same organization.
MATCH (a:Article)-[:MENTIONS]->(o:Organization)<-[:MENTIONS]-(b:Article)
WHERE b.id = a.id + 1 AND a.source = b.source
RETURN o.id, o.name, count(*) AS n ORDER BY n DESC, o.id LIMIT 10
