// places attacked by most organizations
MATCH (o:Organization)-[r:ATTACKED]->(l:Place) RETURN l.name AS n, count(DISTINCT o.id) AS c, min(r.date) AS since, max(r.date) AS latest ORDER BY c DESC, n LIMIT 15
