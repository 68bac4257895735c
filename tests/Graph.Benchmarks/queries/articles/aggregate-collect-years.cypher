// people who travelled in two given years
MATCH (p:Person)-[r:VISITED]->(l:Place) WITH p, collect(r.year) AS ys WHERE 2015 IN ys AND 2023 IN ys RETURN count(*) AS c
