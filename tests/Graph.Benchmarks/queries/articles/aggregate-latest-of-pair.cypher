// the last day of those who met more than once
MATCH (p:Person)-[r:MET_WITH]->(q:Person) WITH p, q, max(r.date) AS d, count(*) AS c WHERE c > 1 RETURN d, count(*) AS n ORDER BY d DESC LIMIT 5
