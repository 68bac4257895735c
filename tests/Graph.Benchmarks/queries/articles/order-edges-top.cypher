// the newest meetings
MATCH (p:Person)-[r:MET_WITH]->(q:Person) RETURN r.date AS d, r.article AS a, p.id AS i, q.id AS j ORDER BY d DESC, a DESC, i, j LIMIT 1000
