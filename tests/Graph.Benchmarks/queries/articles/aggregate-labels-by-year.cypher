// mentioned nodes of each label and year
MATCH (e:Entity)<-[:MENTIONS]-(a:Article) RETURN labels(e)[0] AS l, a.year AS y, count(DISTINCT e.id) AS c ORDER BY l, y
