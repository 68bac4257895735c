// first and last meeting of each person
MATCH (p:Person)-[r:MET_WITH]->(q:Person) RETURN p.id AS p, min(r.date) AS first, max(r.date) AS last ORDER BY p LIMIT 20
