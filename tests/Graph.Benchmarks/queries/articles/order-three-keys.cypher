// relations by year, date and article
MATCH (p:Person)-[r:VISITED]->(l:Place) RETURN r.year AS y, r.date AS d, r.article AS a, p.id AS i, l.id AS j ORDER BY y DESC, d, a, i, j SKIP 1000 LIMIT 20
