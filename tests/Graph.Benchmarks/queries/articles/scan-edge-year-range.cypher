// visits of three years by place
MATCH (p:Person)-[r:VISITED]->(l:Place) WHERE r.year >= 2014 AND r.year < 2017 RETURN l.name AS n, count(*) AS c ORDER BY c DESC, n LIMIT 10
