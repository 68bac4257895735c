// friends with the date they became so
MATCH (n:Person {id: 33})-[r:KNOWS]-(f:Person) RETURN f.id AS i, f.firstName AS a, f.lastName AS b, r.creationDate AS d ORDER BY d DESC, i
