// meetings between countries
MATCH (p:Person)-[r:MET_WITH]->(q:Person) RETURN p.country AS a, q.country AS b, count(*) AS n, sum(r.year) AS s ORDER BY n DESC, a, b LIMIT 20
