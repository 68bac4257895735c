// those who met and were met by the same
MATCH (p:Person)-[:MET_WITH]->(q:Person) WHERE EXISTS { MATCH (q)-[:MET_WITH]->(p) } RETURN count(*) AS c
