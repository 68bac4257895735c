// where the organizations are based that contacts of a person lead, the first names
MATCH (p:Person {id: 6})-[:MET_WITH]-(q:Person)-[:LEADS]->(o:Organization)-[:BASED_IN]->(l:Place) RETURN q.name AS a, o.name AS b, l.name AS c ORDER BY a, b, c LIMIT 10
