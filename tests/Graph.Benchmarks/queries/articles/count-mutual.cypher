// supported people who criticize
MATCH (a:Person)-[:SUPPORTS]->(b:Person)-[:CRITICIZED]->(a) RETURN count(*) AS c
