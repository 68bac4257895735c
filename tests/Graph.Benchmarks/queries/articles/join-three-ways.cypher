// three relations in one article
MATCH (a:Person)-[r:MET_WITH]->(b:Person), (c:Person)-[s:VISITED]->(l:Place), (d:Organization)-[t:SUED]->(e:Organization)
WHERE r.article = s.article AND s.article = t.article RETURN count(*) AS c
