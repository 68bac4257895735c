// leaders who later founded something in the same country
MATCH (p:Person)-[r:LEADS]->(o:Organization) WHERE EXISTS { MATCH (p)-[s:FOUNDED]->(x:Organization) WHERE s.date > r.date AND x.country = o.country } RETURN r.year AS y, count(*) AS n, min(r.date) AS d ORDER BY y
