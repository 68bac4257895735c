// rows of three parts
MATCH (p:Person)-[:VISITED]->(l:Place) RETURN l.country AS c, count(*) AS n UNION ALL MATCH (o:Organization)-[:OPERATES_IN]->(l:Place) RETURN l.country AS c, count(*) AS n
