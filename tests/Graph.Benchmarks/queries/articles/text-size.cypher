// long titles
MATCH (a:Article) WHERE size(a.title) > 60 RETURN a.lang AS l, count(*) AS c ORDER BY l
