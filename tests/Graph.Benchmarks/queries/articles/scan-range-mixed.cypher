// numbers between a fraction and a float over all entities
// peers: MATCH (p:Entity) WHERE CAST(p.id AS DOUBLE) > 10.5 AND CAST(p.id AS DOUBLE) <= 200.0 RETURN count(*) AS c
MATCH (p:Entity) WHERE p.id > 10.5 AND p.id <= 200.0 RETURN count(*) AS c
