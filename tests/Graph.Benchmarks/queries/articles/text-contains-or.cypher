// titles with one word or another
MATCH (a:Article) WHERE a.title CONTAINS 'minister' OR a.title CONTAINS 'president' RETURN a.year AS y, count(*) AS c ORDER BY y
