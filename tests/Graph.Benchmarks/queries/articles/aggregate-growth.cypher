// people mentioned twice as often as the year before
MATCH (a:Article)-[:MENTIONS]->(p:Person) WHERE a.year IN [2019, 2020] WITH p, sum(CASE WHEN a.year = 2020 THEN 1 ELSE 0 END) AS b, sum(CASE WHEN a.year = 2019 THEN 1 ELSE 0 END) AS a WHERE b > 2 * a AND a > 0 RETURN count(*) AS c, max(b) AS m
