// a chain of one country
MATCH (p:Person)-[:MEMBER_OF]->(o:Organization)-[:BASED_IN]->(l:Place) WHERE p.country = o.country AND o.country = l.country RETURN count(*) AS c
