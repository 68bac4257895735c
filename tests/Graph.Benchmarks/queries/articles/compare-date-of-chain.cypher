// members before their organization was sued
MATCH (p:Person)-[r:MEMBER_OF]->(o:Organization)-[s:SUED]->(x:Organization) WHERE r.date < s.date RETURN count(*) AS c
