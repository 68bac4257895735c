// organizations and foreign places in one article of a year, by countries
MATCH (o:Organization)<-[:MENTIONS]-(a:Article)-[:MENTIONS]->(l:Place) WHERE a.year = 2022 AND o.country <> l.country RETURN o.country AS f, l.country AS g, count(*) AS n, count(DISTINCT a.id) AS arts ORDER BY n DESC, f, g LIMIT 20
