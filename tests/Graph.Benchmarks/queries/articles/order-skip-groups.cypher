// a page of meetings by person and country
MATCH (p:Person)-[r:MET_WITH]->(q:Person) RETURN p.id AS i, q.country AS k, count(*) AS c ORDER BY c DESC, i, k SKIP 1000 LIMIT 10
