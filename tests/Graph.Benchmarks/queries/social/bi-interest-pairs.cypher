// pairs of people by the interests they share
MATCH (a:Person)-[:HAS_INTEREST]->(t:Tag)<-[:HAS_INTEREST]-(b:Person) WHERE a.id < b.id RETURN a.id AS a, b.id AS b, count(*) AS c ORDER BY c DESC, a, b LIMIT 10
