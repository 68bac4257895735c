// What source wrote most each year, and of how many places did it write then?
MATCH (a:Article)
WITH a.year AS y, a.source AS s, count(*) AS n
WITH y, max(n) AS top, collect(s) AS sources
MATCH (b:Article) WHERE b.year = y
WITH y, top, b.source AS s, count(*) AS n
WHERE n = top
MATCH (c:Article)-[:MENTIONS]->(l:Place) WHERE c.year = y AND c.source = s
RETURN y, s, top, count(DISTINCT l.id) AS places, count(*) AS mentions ORDER BY y, s
