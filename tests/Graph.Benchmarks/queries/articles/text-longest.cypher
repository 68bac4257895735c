// the longest and first title of each source
MATCH (a:Article) RETURN a.source AS s, max(size(a.title)) AS m, min(a.title) AS t ORDER BY s
