// compatriots whom spouses have met, whichever way
MATCH (a:Person)-[:MARRIED_TO]-(b:Person)-[r:MET_WITH]-(c:Person) WHERE a.country = c.country AND a.id <> c.id RETURN r.year AS y, count(*) AS n, count(DISTINCT a.id) AS ps ORDER BY y
