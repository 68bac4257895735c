// meetings where support comes back
MATCH (p:Person)-[:MET_WITH]->(q:Person) WHERE EXISTS { MATCH (q)-[:SUPPORTS]->(p) } RETURN count(*) AS c
