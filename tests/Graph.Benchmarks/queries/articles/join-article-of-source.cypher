// lawsuits told by one source
MATCH (o:Organization)-[r:SUED]->(x:Organization), (a:Article) WHERE a.id = r.article AND a.source = 'source05' RETURN a.year AS y, count(*) AS c ORDER BY y
