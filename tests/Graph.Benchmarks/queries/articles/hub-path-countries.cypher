// organizations based in one country and at work in another
MATCH (a:Place)<-[:BASED_IN]-(o:Organization)-[:OPERATES_IN]->(b:Place) WHERE a.country <> b.country RETURN a.country AS x, b.country AS y, count(DISTINCT o.id) AS c ORDER BY c DESC, x, y LIMIT 10
