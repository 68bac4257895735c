// first and last article of other years and languages
MATCH (a:Article) WHERE a.year <> 2020 AND NOT a.lang IN ['en','fr'] RETURN min(a.date) AS a1, max(a.date) AS b1, count(*) AS c
