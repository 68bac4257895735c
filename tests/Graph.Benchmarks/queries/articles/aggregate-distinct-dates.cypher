// distinct values of three columns
// peers: MATCH (x:Article) RETURN count(DISTINCT x.date) AS a, count(DISTINCT x.source) AS b, count(DISTINCT x.title) AS c
MATCH (a:Article) RETURN count(DISTINCT a.date) AS a, count(DISTINCT a.source) AS b, count(DISTINCT a.title) AS c
