// a difference over both sides of a place, summed
MATCH (p:Person)-[:BORN_IN]->(l:Place)<-[:VISITED]-(q:Person) RETURN l.country AS c, sum(q.id - p.id) AS s, count(*) AS n ORDER BY c
