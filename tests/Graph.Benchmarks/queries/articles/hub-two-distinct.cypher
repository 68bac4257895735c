// two distinct counts over pairs around a place
MATCH (a:Organization)-[:BASED_IN]->(l:Place)<-[:LIVES_IN]-(p:Person) WHERE a.country <> p.country
RETURN l.country AS country, count(DISTINCT a.id) AS a, count(DISTINCT p.id) AS p ORDER BY country
