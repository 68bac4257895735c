// leaders of organizations that sued each other
MATCH (p:Person)-[:LEADS]->(a:Organization)-[:SUED]->(b:Organization)<-[:LEADS]-(q:Person) WHERE p.country <> q.country RETURN p.country AS x, q.country AS y, count(*) AS c ORDER BY c DESC, x, y LIMIT 20
