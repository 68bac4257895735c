// members of one country's organization who lead another's
MATCH (p:Person)-[:MEMBER_OF]->(o:Organization), (p)-[:LEADS]->(q:Organization) WHERE o.country <> q.country RETURN count(*) AS c
