// articles by the length of their title
MATCH (a:Article) RETURN a.id, size(a.title) AS s ORDER BY s DESC, a.id LIMIT 50
