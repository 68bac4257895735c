// years of visits and countries of visitors by place
MATCH (p:Person)-[r:VISITED]->(l:Place) RETURN l.id AS l, sum(r.year) AS s, count(DISTINCT p.country) AS d ORDER BY s DESC, l LIMIT 10
