// the last visits of popular people
MATCH (p:Person)-[r:VISITED]->(l:Place) WHERE p.id < 500 AND NOT EXISTS { MATCH (p)-[s:VISITED]->(m:Place) WHERE s.date > r.date } RETURN p.id AS i, l.name AS nm, r.date AS d ORDER BY i, nm, d LIMIT 60
