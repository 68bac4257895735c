// attacks by month of the year
// peers: MATCH (o:Organization)-[r:ATTACKED]->(l:Place) RETURN substring(CAST(r.date AS STRING), 6, 2) AS m, count(*) AS n, count(DISTINCT r.date) AS ds, count(DISTINCT l.country) AS ks ORDER BY m
MATCH (o:Organization)-[r:ATTACKED]->(l:Place) RETURN substring(toString(r.date), 5, 2) AS m, count(*) AS n, count(DISTINCT r.date) AS ds, count(DISTINCT l.country) AS ks ORDER BY m
