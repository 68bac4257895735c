// Which organizations' mentions grew most from 2022 to 2023?
MATCH (o:Organization)<-[:MENTIONS]-(a:Article)
WHERE a.year IN [2022, 2023]
WITH o, sum(CASE WHEN a.year = 2022 THEN 1 ELSE 0 END) AS before, sum(CASE WHEN a.year = 2023 THEN 1 ELSE 0 END) AS after
WHERE before >= 10 AND after > before
RETURN o.id, o.name, o.country, before, after, (after - before) * 100.0 / before AS growth
ORDER BY growth DESC, o.id LIMIT 15
