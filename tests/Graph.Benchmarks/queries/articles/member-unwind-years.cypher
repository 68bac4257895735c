// years from a list
UNWIND range(2012, 2024) AS y MATCH (a:Article) WHERE a.year = y AND a.lang = 'de' RETURN y, count(*) AS c ORDER BY y
