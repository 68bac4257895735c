// the best year of each organization
MATCH (a:Article)-[:MENTIONS]->(o:Organization) WITH o, a.year AS y, count(*) AS c WITH o, max(c) AS m, sum(c) AS s RETURN m, count(*) AS n, max(s) AS x ORDER BY m DESC LIMIT 10
