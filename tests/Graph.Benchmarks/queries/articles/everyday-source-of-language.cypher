// who writes in Dutch on Russian organizations
MATCH (a:Article)-[:MENTIONS]->(o:Organization) WHERE o.country = 'RU' AND a.lang = 'nl' RETURN a.source AS s, count(DISTINCT a.id) AS c ORDER BY c DESC, s LIMIT 10
