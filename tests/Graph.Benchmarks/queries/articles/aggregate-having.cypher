// groups above a size
MATCH (p:Person)-[:VISITED]->(l:Place) WITH l, count(*) AS c WHERE c > 20 RETURN l.id, c ORDER BY c DESC, l.id LIMIT 50
