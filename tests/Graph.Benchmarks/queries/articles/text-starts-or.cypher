// one of two beginnings
MATCH (o:Organization) WHERE o.name STARTS WITH 'Ka' OR o.name STARTS WITH 'Mi' RETURN o.country AS country, count(*) AS c ORDER BY country
