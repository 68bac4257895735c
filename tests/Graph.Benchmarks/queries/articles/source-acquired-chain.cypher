// chains of acquisitions by country of the last
MATCH (a:Organization)-[:ACQUIRED*1..2]->(b:Organization) RETURN b.country AS c, count(*) AS n, count(DISTINCT a.id) AS d ORDER BY n DESC, c LIMIT 20
