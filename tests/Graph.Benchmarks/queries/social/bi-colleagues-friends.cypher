// colleagues who are friends
MATCH (a:Person)-[:WORK_AT]->(o:Organisation)<-[:WORK_AT]-(b:Person), (a)-[:KNOWS]-(b) WHERE a.id < b.id RETURN o.name AS n, count(*) AS c ORDER BY c DESC, n LIMIT 10
