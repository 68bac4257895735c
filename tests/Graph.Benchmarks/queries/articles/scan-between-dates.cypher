// a span of dates and a language
MATCH (a:Article) WHERE '2018-03-01' <= a.date AND a.date < '2018-09-01' AND a.lang <> 'en' RETURN count(*) AS c
