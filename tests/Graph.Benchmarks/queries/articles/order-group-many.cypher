// people by the number of articles that mention them, a late page
MATCH (a:Article)-[:MENTIONS]->(p:Person) RETURN p.id, count(*) AS c ORDER BY c DESC, p.id SKIP 500 LIMIT 100
