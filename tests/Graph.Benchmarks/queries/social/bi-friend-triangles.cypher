// triangles of friends from one country
MATCH (a:Person)-[:KNOWS]->(b:Person)-[:KNOWS]->(c:Person)<-[:KNOWS]-(a) RETURN count(*) AS c
