// birthplace and employer by their countries
MATCH (l:Place)<-[:BORN_IN]-(p:Person)-[:WORKS_FOR]->(o:Organization) RETURN l.country AS a, o.country AS b, count(*) AS c ORDER BY c DESC, a, b LIMIT 10
