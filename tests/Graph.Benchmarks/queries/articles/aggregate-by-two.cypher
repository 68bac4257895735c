// articles by language and year
MATCH (a:Article) RETURN a.lang AS l, a.year AS y, count(*) AS c, min(a.id) AS i ORDER BY l, y
