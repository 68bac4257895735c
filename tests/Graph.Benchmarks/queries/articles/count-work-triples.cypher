// distinct triples of employee, employer and place of operation
MATCH (p:Person)-[:WORKS_FOR]->(o:Organization)-[:OPERATES_IN]->(l:Place) WHERE o.country <> l.country WITH DISTINCT p, o, l RETURN count(*) AS n
