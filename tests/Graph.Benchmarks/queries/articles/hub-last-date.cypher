// the last arrival beside those born in a place
MATCH (p:Person)-[r:BORN_IN]->(l:Place)<-[s:LIVES_IN]-(q:Person) WHERE p.country = 'US' RETURN l.country AS c, max(s.date) AS d, count(*) AS n ORDER BY c
