// mentioned nodes of each country and year
MATCH (e:Entity)<-[:MENTIONS]-(a:Article) RETURN e.country AS k, a.year AS y, count(DISTINCT e.id) AS c ORDER BY k, y
