// relations of two people of two countries in one year
MATCH (p:Person)-[r:MET_WITH]->(q:Person) WHERE p.country = 'US' AND q.country = 'FR' AND r.year = 2020 RETURN p.name AS a, q.name AS b, r.date AS d ORDER BY d, a, b LIMIT 50
