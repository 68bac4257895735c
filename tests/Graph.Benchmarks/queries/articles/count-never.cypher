// a node that no two relations meet at
MATCH (p:Person)-[:LEADS]->(o)<-[:SUPPORTS]-(q) RETURN p.country = q.country AS same, count(*) AS c ORDER BY same
