// latest article of each language and source
MATCH (a:Article) RETURN a.lang AS l, a.source AS s, max(a.date) AS d ORDER BY d DESC, l, s LIMIT 20
