// groups of source, language, year and country of people mentioned, the largest
MATCH (a:Article)-[:MENTIONS]->(p:Person)
RETURN a.source AS source, a.lang AS lang, a.year AS year, p.country AS country, count(*) AS mentions ORDER BY mentions DESC, source, lang, year, country LIMIT 10
