// the days with the most facts of several types
MATCH (x:Person)-[r:MET_WITH|CRITICIZED|VISITED|MEMBER_OF]->(y)
RETURN r.date AS day, count(*) AS facts, count(DISTINCT x.country) AS countries, count(DISTINCT y) AS others ORDER BY facts DESC, day LIMIT 10
