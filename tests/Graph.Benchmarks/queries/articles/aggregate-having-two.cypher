// sources that write of many people of one country
MATCH (a:Article)-[:MENTIONS]->(p:Person) WHERE p.country = 'NL' WITH a.source AS s, count(*) AS c, count(DISTINCT p.id) AS d WHERE c > 100 RETURN s, c, d ORDER BY c DESC, s LIMIT 10
