// a page of a sorted join
MATCH (p:Person)-[r:WORKS_FOR]->(o:Organization) RETURN p.name AS a, o.name AS b, r.date AS d ORDER BY a, b, d SKIP 50000 LIMIT 25
