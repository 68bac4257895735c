// articles by year and source, most first
MATCH (a:Article) WITH a.year AS y, a.source AS s, count(*) AS c WHERE c > 150 RETURN y, max(c) AS m, min(s) AS s ORDER BY y
