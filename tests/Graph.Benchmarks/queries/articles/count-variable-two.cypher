// reached within two steps by any of three relations, counted per start
MATCH (p:Person)-[:MET_WITH*1..2]->(q:Person) WHERE p.id < 100 RETURN p.id, count(DISTINCT q.id) AS c ORDER BY c DESC, p.id LIMIT 10
