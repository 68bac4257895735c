// mean length of mentions by country
// peers: MATCH (a:Article)-[m:MENTIONS]->(l:Place) RETURN l.country AS country, avg(m.end_ - m.start_) AS a, max(m.end_) AS b ORDER BY country
MATCH (a:Article)-[m:MENTIONS]->(l:Place) RETURN l.country AS country, avg(m.end - m.start) AS a, max(m.end) AS b ORDER BY country
