// every organization by country and name
MATCH (o:Organization) RETURN o.country AS country, o.name AS name ORDER BY country, name
