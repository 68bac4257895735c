// four counts of two optional steps
MATCH (l:Place) OPTIONAL MATCH (l)<-[r:BORN_IN]-(p:Person) OPTIONAL MATCH (l)<-[s:BASED_IN]-(o:Organization)
RETURN l.country AS country, count(r) AS a, count(s) AS b, count(DISTINCT p.id) AS c, count(DISTINCT o.id) AS d ORDER BY country
