// the articles of a relation by the number kept on it
MATCH (p:Person)-[r:MARRIED_TO]->(q:Person), (a:Article) WHERE a.id = r.article AND a.lang = 'fr'
RETURN a.id, p.id, q.id ORDER BY a.id, p.id, q.id LIMIT 25
