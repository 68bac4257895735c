// mentions by kind and year
MATCH (a:Article)-[:MENTIONS]->(e:Entity) RETURN a.year AS y, sum(CASE WHEN e.country = 'US' THEN 1 ELSE 0 END) AS us, sum(CASE WHEN e.country = 'FR' THEN 1 ELSE 0 END) AS fr, count(*) AS n ORDER BY y
