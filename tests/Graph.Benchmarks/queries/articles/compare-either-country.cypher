// one of two ends in a country
MATCH (p:Person)-[r:CRITICIZED]->(q:Person) WHERE p.country = 'US' OR q.country = 'US' RETURN r.year AS y, count(*) AS c ORDER BY y
