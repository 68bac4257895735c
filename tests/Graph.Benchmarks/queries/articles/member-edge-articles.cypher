// edges by article numbers in a list
MATCH (p:Person)-[r:MET_WITH]->(q:Person) WHERE r.article IN [5, 500, 5000, 50000, 99999] RETURN r.article AS a, p.id AS i, q.id AS j ORDER BY a, i, j
