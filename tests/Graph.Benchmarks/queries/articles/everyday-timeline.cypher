// articles about one organization by year
MATCH (a:Article)-[:MENTIONS]->(o:Organization {name: 'Org One'}) RETURN a.year AS y, count(DISTINCT a.id) AS c ORDER BY y
