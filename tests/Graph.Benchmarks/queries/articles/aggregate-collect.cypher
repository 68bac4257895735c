// how many distinct sources each language has
MATCH (a:Article) RETURN a.lang AS l, size(collect(DISTINCT a.source)) AS s ORDER BY l
