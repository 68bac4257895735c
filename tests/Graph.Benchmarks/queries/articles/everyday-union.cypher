// leaders and founders of one organization
MATCH (p:Person)-[:LEADS]->(o:Organization {id: 2}) RETURN p.id AS i UNION MATCH (p:Person)-[:FOUNDED]->(o:Organization {id: 2}) RETURN p.id AS i
