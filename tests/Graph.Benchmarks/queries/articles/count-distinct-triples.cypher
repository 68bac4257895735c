// distinct triples of countries
MATCH (p:Person)-[:LEADS]->(o:Organization)-[:BASED_IN]->(l:Place) RETURN DISTINCT p.country AS a, o.country AS b, l.country AS c ORDER BY a, b, c SKIP 200 LIMIT 20
