// places attacked by most organizations
MATCH (o:Organization)-[r:ATTACKED]->(l:Place) RETURN l.name AS n, min(r.date) AS since, max(r.date) AS latest, count(DISTINCT o.id) AS c ORDER BY c DESC, n LIMIT 15
