// organizations founded in the year a place of their country was attacked
MATCH (p:Person)-[f:FOUNDED]->(o:Organization), (x:Organization)-[t:ATTACKED]->(l:Place)
WHERE f.year = t.year AND o.country = l.country RETURN f.year AS y, count(*) AS c ORDER BY y
