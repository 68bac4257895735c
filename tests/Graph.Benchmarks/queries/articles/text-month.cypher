// articles by month
// peers: MATCH (a:Article) RETURN substring(a.date, 6, 2) AS m, count(*) AS c ORDER BY m
MATCH (a:Article) RETURN substring(toString(a.date), 5, 2) AS m, count(*) AS c ORDER BY m
