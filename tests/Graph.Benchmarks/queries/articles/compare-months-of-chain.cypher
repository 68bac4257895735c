// leaders reported within the month in which their organization attacked
// peers: MATCH (p:Person)-[r:LEADS]->(o:Organization)-[s:ATTACKED]->(l:Place) WHERE r.year = s.year AND substring(CAST(r.date AS STRING), 1, 7) = substring(CAST(s.date AS STRING), 1, 7) RETURN r.year AS y, count(*) AS n, count(DISTINCT o.id) AS os ORDER BY y
MATCH (p:Person)-[r:LEADS]->(o:Organization)-[s:ATTACKED]->(l:Place) WHERE r.year = s.year AND substring(toString(r.date), 0, 7) = substring(toString(s.date), 0, 7) RETURN r.year AS y, count(*) AS n, count(DISTINCT o.id) AS os ORDER BY y
