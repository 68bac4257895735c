// relations by type
MATCH (h:Person)-[r]->(t:Organization) RETURN type(r) AS t1, count(*) AS c, count(DISTINCT t.id) AS d, count(DISTINCT r.year) AS y ORDER BY t1
