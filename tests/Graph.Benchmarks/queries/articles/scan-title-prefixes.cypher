// how many titles begin with the same four letters in the same language and year?
MATCH (a:Article) WITH left(a.title, 4) + '-' + a.lang AS k, a.year AS y, count(*) AS n, max(a.date) AS d WHERE n >= 5
RETURN k AS k, y AS y, n AS n, d AS d ORDER BY n DESC, k, y LIMIT 500
