// by country and year as one text
MATCH (p:Person)-[r:LEADS]->(o:Organization) RETURN p.country + '-' + o.country AS k, count(*) AS c ORDER BY c DESC, k LIMIT 10
