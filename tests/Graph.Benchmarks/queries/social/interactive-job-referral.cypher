// friends and their friends who work in a country since before a year
MATCH (p:Person {id: 12})-[:KNOWS*1..2]-(f:Person) WHERE f.id <> 12 WITH DISTINCT f
MATCH (f)-[w:WORK_AT]->(o:Organisation)-[:IS_LOCATED_IN]->(c:Place {id: 8}) WHERE w.workFrom < 2008 RETURN f.id AS i, o.name AS n, w.workFrom AS y ORDER BY y, i, n LIMIT 20
