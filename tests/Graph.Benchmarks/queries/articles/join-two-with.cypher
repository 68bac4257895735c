// groups joined by country
MATCH (p:Person) WITH p.country AS country, count(*) AS people
MATCH (o:Organization) WHERE o.country = country RETURN country, people, count(o) AS organizations ORDER BY country
