// a chain with conditions at both ends
MATCH (a:Article)-[:MENTIONS]->(p:Person)-[:LEADS]->(o:Organization)-[:BASED_IN]->(l:Place) WHERE a.lang = 'nl' AND l.country = 'FR' RETURN count(*) AS c, count(DISTINCT p.id) AS ps
