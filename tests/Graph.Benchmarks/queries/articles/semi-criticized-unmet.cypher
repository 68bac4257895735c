// persons that criticized a compatriot they never met
MATCH (p:Person)-[:CRITICIZED]->(q:Person) WHERE NOT EXISTS { MATCH (p)-[:MET_WITH]-(q) } AND p.country = q.country RETURN count(*) AS c
