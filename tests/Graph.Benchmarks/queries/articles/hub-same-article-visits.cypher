// two visits told by one article
MATCH (p:Person)-[r:VISITED]->(l:Place), (q:Person)-[s:VISITED]->(l) WHERE r.article = s.article AND p.id < q.id RETURN count(*) AS c
