// articles by the number of countries of their people
MATCH (a:Article)-[:MENTIONS]->(p:Person) WITH a, count(DISTINCT p.country) AS c RETURN c, count(*) AS n ORDER BY c
