// which places the members' organizations operate in
// peers: MATCH (p:Person)-[:MEMBER_OF]->(o:Organization)-[:OPERATES_IN]->(l:Place) WHERE p.country = 'JP' RETURN count(DISTINCT l.id) AS c
MATCH (p:Person)-[:MEMBER_OF]->(o:Organization)-[:OPERATES_IN]->(l:Place) WHERE p.country = 'JP' RETURN count(DISTINCT l) AS c
