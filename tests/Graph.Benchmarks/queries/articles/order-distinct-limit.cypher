// distinct dates, latest first
MATCH (a:Article) RETURN DISTINCT a.date AS d ORDER BY d DESC LIMIT 30
