// numbers between a fraction and a float over all entities
// peers: MATCH (p:Entity) WHERE p.id > 10 AND p.id <= 200 RETURN count(*) AS c
MATCH (p:Entity) WHERE p.id > 10.5 AND p.id <= 200.0 RETURN count(*) AS c
