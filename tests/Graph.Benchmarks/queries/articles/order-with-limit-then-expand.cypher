// the articles of the hundred first places by name
MATCH (l:Place) WITH l ORDER BY l.name LIMIT 100 MATCH (l)<-[:MENTIONS]-(a:Article) RETURN l.id, count(a) AS c ORDER BY l.id
