// how many comments begin with the same text?
MATCH (c:Comment) WITH left(c.content, 9) + '/' + c.language AS k, count(*) AS n, min(c.length) AS mn, max(c.length) AS mx WHERE n > 30
RETURN k AS k, n AS n, mn AS mn, mx AS mx ORDER BY n DESC, k LIMIT 300
