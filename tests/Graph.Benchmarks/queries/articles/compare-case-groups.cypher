// visits at home and abroad
MATCH (p:Person)-[r:VISITED]->(l:Place) RETURN CASE WHEN p.country = l.country THEN 'home' WHEN r.year < 2018 THEN 'early' ELSE 'late' END AS k, count(*) AS c ORDER BY k
