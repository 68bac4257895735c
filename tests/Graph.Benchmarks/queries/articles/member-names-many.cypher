// articles of many sources and languages
// peers: MATCH (a:Article)-[:MENTIONS]->(l:Place) WHERE a.lang IN ['fr', 'de'] AND l.country IN ['US', 'GB'] RETURN a.lang AS lang, count(DISTINCT l.id) AS c ORDER BY lang
MATCH (a:Article)-[:MENTIONS]->(l:Place) WHERE a.lang IN ['fr', 'de'] AND l.country IN ['US', 'GB'] RETURN a.lang AS l, count(DISTINCT l.id) AS c ORDER BY l
