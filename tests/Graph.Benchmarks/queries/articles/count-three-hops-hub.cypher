// how many people are within three steps of the most popular one
MATCH (p:Person {id: 1})-[:MET_WITH]->(a:Person)-[:CRITICIZED]->(b:Person)-[:SUPPORTS]->(q:Person) RETURN count(DISTINCT q.id) AS c
