// leaders that articles of a year mention, by title
MATCH (a:Article)-[:MENTIONS]->(p:Person)-[:LEADS]->(o:Organization) WHERE a.year = 2020 RETURN a.title AS t, o.name AS n, p.name AS m ORDER BY t, n, m LIMIT 20
