// a page in the middle of all titles
MATCH (a:Article) RETURN a.id AS i, a.title AS t ORDER BY a.title, a.id SKIP 50000 LIMIT 5
