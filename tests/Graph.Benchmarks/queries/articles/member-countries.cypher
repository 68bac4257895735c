// a list of countries and a list of years
MATCH (p:Person)-[r:LEADS]->(o:Organization) WHERE p.country IN ['FR', 'DE', 'IT', 'ES'] AND r.year IN [2016, 2018, 2020] RETURN p.country AS country, count(*) AS c ORDER BY country
