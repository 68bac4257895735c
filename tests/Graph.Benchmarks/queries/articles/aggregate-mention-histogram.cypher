// histogram of mentions
MATCH (a:Article)-[:MENTIONS]->(e) WITH a, count(e) AS c RETURN c, count(*) AS n ORDER BY c
