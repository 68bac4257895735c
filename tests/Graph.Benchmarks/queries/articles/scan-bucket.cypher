// histogram of numbers in steps of five hundred
MATCH (a:Article) RETURN a.id / 500 AS b, count(*) AS c, min(a.date) AS d ORDER BY b LIMIT 40
