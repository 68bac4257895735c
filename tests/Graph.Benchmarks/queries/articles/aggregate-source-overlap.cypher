// Which two sources share most of the entities that they write about in 2016, and how many?
MATCH (a:Article {year: 2016})-[:MENTIONS]->(p:Person)
WITH DISTINCT p.id AS e, a.source AS s
WITH e, collect(s) AS sources
UNWIND sources AS x
UNWIND sources AS y
WITH x, y WHERE x < y
RETURN x, y, count(*) AS common ORDER BY common DESC, x, y LIMIT 10
