// histogram of distinct entities
MATCH (a:Article)-[:MENTIONS]->(e) WITH a, count(DISTINCT e.id) AS c RETURN c, count(*) AS n ORDER BY c
