// Who was born in, lives in and visited the same country, with how many facts of each kind?
MATCH (p:Person)-[:BORN_IN]->(b:Place)
WITH p, b.country AS c, count(*) AS born
MATCH (p)-[:LIVES_IN]->(l:Place) WHERE l.country = c
WITH p, c, born, count(*) AS lives
MATCH (p)-[:VISITED]->(v:Place) WHERE v.country = c
RETURN p.id, c, born, lives, count(*) AS visits ORDER BY born * lives DESC, p.id, c LIMIT 20
