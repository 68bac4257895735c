// supported or criticized in one year
MATCH (p:Person)-[r:CRITICIZED|SUPPORTS]->(q:Person) WHERE r.year = 2019 RETURN q.country AS c, count(*) AS n ORDER BY n DESC, c LIMIT 10
