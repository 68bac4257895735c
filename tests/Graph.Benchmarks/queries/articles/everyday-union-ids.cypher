// leaders and founders
MATCH (p:Person)-[:LEADS]->(o) RETURN p.id AS i UNION MATCH (p:Person)-[:FOUNDED]->(o) RETURN p.id AS i
