// countries whose people visit which
MATCH (p:Person)-[:VISITED]->(l:Place) RETURN DISTINCT p.country AS a, l.country AS b ORDER BY a, b LIMIT 50
