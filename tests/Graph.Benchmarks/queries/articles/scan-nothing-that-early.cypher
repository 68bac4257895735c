// relations before the period and of no country: none
MATCH (p:Person)-[r:LEADS|WORKS_FOR]->(o:Organization)-[:BASED_IN]->(l:Place) WHERE r.year < 2015 OR l.country = 'XX' RETURN p.country AS k, count(*) AS n ORDER BY k
