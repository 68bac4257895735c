// latest visit of each, newest first
MATCH (p:Person)-[r:VISITED]->(l:Place) WITH p, max(r.date) AS d RETURN d, count(*) AS c ORDER BY d DESC LIMIT 10
