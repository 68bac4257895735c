// Clusters: pairs of articles of one day in 2018 that share at least three persons.
MATCH (a:Article)-[:MENTIONS]->(p:Person)<-[:MENTIONS]-(b:Article)
WHERE a.year = 2018 AND a.date = b.date AND a.id < b.id
WITH a, b, count(*) AS shared
WHERE shared >= 3
RETURN a.date, a.id, b.id, shared ORDER BY shared DESC, a.date, a.id, b.id LIMIT 20
