// Pairs of organizations of one country seated in the same place and active in the same other place.
MATCH (a:Organization)-[:BASED_IN]->(x:Place)<-[:BASED_IN]-(b:Organization)
WHERE a.id < b.id AND a.country = b.country AND x.id > 20
MATCH (a)-[:OPERATES_IN]->(y:Place)<-[:OPERATES_IN]-(b)
WHERE y.id <> x.id
RETURN a.id, b.id, count(DISTINCT x.id) AS seats, count(DISTINCT y.id) AS fields ORDER BY seats DESC, fields DESC, a.id, b.id LIMIT 15
