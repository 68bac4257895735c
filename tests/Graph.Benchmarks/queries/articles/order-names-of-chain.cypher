// members of organizations, by the names of where these are based
MATCH (p:Person)-[:MEMBER_OF]->(o:Organization)-[:BASED_IN]->(l:Place) RETURN p.name AS a, o.name AS b, l.name AS c ORDER BY c DESC, b, a LIMIT 25
