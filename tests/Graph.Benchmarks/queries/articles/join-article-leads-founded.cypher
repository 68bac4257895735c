// leaders and founders that one article names, any two
MATCH (p:Person)-[r:LEADS]->(o), (q:Person)-[s:FOUNDED]->(x) WHERE r.article = s.article RETURN count(*) AS c
