// pairs of people at one company, by company
MATCH (p:Person)-[:WORK_AT]->(o:Organisation)<-[:WORK_AT]-(q:Person) WHERE p.id < q.id RETURN o.id AS i, count(*) AS c ORDER BY c DESC, i LIMIT 20
