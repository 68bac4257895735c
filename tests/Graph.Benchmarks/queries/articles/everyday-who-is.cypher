// everything about one person
MATCH (p:Person {name: 'Person One'})-[r]->(x:Entity) RETURN type(r) AS t1, x.name AS n, r.date AS d ORDER BY d DESC, n, t1 LIMIT 50
