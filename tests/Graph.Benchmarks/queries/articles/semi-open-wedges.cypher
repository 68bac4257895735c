// supports of supports that are none
MATCH (a:Person)-[:SUPPORTS]->(b:Person)-[:SUPPORTS]->(c:Person) WHERE NOT EXISTS { MATCH (a)-[:SUPPORTS]->(c) } RETURN count(*) AS c
