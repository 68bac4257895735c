// people met by those whom one met, but not by oneself
MATCH (a:Person {id: 303})-[:MET_WITH]->(b:Person)-[:MET_WITH]->(c:Person) WHERE c.id <> a.id AND NOT EXISTS { MATCH (a)-[:MET_WITH]->(c) } RETURN c.id, count(*) AS n ORDER BY n DESC, c.id LIMIT 10
