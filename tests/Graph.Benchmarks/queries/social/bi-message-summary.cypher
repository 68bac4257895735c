// By year, kind and class of length: messages, mean length, share of all.
MATCH (x:Post) WITH count(*) AS posts
MATCH (y:Comment) WITH posts, count(*) AS comments
MATCH (m:Comment)
WITH posts + comments AS total, CASE WHEN m.creationDate < date('2011-01-01') THEN 2010 WHEN m.creationDate < date('2012-01-01') THEN 2011 ELSE 2012 END AS year,
  CASE WHEN m.length < 40 THEN 'short' WHEN m.length < 80 THEN 'one-liner' WHEN m.length < 160 THEN 'tweet' ELSE 'long' END AS class, m
WITH total, year, class, count(*) AS n, avg(m.length) AS mean, sum(m.length) AS letters
RETURN year, class, n, mean, letters, n * 100.0 / total AS percent ORDER BY year DESC, class
