// four counts of two optional steps
// peers: MATCH (l:Place) OPTIONAL MATCH (l)<-[r:BORN_IN]-(p:Person) OPTIONAL MATCH (l)<-[s:BASED_IN]-(o:Organization) RETURN l.country AS country, count(p.id) AS a, count(DISTINCT p.id) AS b, count(o.id) AS c, count(DISTINCT o.id) AS d ORDER BY country
MATCH (l:Place) OPTIONAL MATCH (l)<-[r:BORN_IN]-(p:Person) OPTIONAL MATCH (l)<-[s:BASED_IN]-(o:Organization)
RETURN l.country AS country, count(r) AS a, count(DISTINCT p.id) AS b, count(s) AS c, count(DISTINCT o.id) AS d ORDER BY country
