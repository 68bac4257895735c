// pairs of tags in one message
MATCH (a:Tag)<-[:HAS_TAG]-(m:Message)-[:HAS_TAG]->(b:Tag) WHERE a.id < b.id RETURN a.id AS i, b.id AS j, count(*) AS c ORDER BY c DESC, i, j LIMIT 10
