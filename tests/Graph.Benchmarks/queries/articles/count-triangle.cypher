// three people who met, criticized and support in a circle
MATCH (a:Person)-[:MET_WITH]->(b:Person)-[:CRITICIZED]->(c:Person)-[:SUPPORTS]->(a) RETURN count(*) AS c
