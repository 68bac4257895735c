// places by the date of their last article
MATCH (l:Place)<-[:MENTIONS]-(a:Article) WITH l, max(a.date) AS d RETURN d, count(*) AS c ORDER BY d DESC LIMIT 5
