// persons that met and are mentioned together, by title
MATCH (a:Article)-[:MENTIONS]->(p:Person)-[:MET_WITH]->(q:Person)<-[:MENTIONS]-(a) WHERE a.year = 2020 RETURN a.title AS t, p.name AS n, q.name AS m ORDER BY t, n, m LIMIT 20
