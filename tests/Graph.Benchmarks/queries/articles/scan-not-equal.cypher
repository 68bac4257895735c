// articles that are not of a language and a year
MATCH (a:Article) WHERE a.lang <> 'en' AND a.year <> 2020 RETURN a.source AS s, count(*) AS c ORDER BY c DESC, s LIMIT 5
