// late articles by language
MATCH (a:Article) RETURN a.lang AS l, sum(CASE WHEN a.year >= 2018 THEN 1 ELSE 0 END) AS late, count(*) AS c ORDER BY l
