// partners of a deal who never share an English article, by pair of countries
MATCH (o:Organization)-[:SIGNED_DEAL_WITH]->(q:Organization) WHERE o.id <> q.id
AND NOT EXISTS { MATCH (o)<-[:MENTIONS]-(a:Article)-[:MENTIONS]->(q) WHERE a.lang = 'en' }
RETURN o.country AS k1, q.country AS k2, count(*) AS n, count(DISTINCT o.id) AS os ORDER BY n DESC, k1, k2 LIMIT 100
