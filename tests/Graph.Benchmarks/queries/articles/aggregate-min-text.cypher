// first and last names by country
MATCH (p:Person) RETURN p.country AS country, min(p.name) AS a, max(p.name) AS b ORDER BY country
