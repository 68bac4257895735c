// born and living in each country
MATCH (l:Place) OPTIONAL MATCH (l)<-[:BORN_IN]-(p:Person) WITH l, count(p) AS b OPTIONAL MATCH (l)<-[:LIVES_IN]-(q:Person) RETURN l.country AS c, sum(b) AS b, count(q) AS n ORDER BY c
