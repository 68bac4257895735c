// articles that mention persons of a country, by language
MATCH (a:Article)-[:MENTIONS]->(p:Person) RETURN p.country AS k, a.lang AS l, count(DISTINCT a.id) AS c ORDER BY c DESC, k, l LIMIT 20
