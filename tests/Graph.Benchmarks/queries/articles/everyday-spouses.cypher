// married to one who works for one's own organization
MATCH (a:Person)-[:MARRIED_TO]->(b:Person), (a)-[:WORKS_FOR]->(o:Organization), (b)-[:WORKS_FOR]->(o) RETURN a.id, b.id, o.id ORDER BY a.id, b.id, o.id LIMIT 20
