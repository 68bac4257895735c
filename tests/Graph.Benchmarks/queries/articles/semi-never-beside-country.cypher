// How many persons per country are mentioned, but never in an article with a place of their own country?
MATCH (p:Person)
WHERE EXISTS { MATCH (p)<-[:MENTIONS]-(:Article) }
  AND NOT EXISTS { MATCH (p)<-[:MENTIONS]-(a:Article)-[:MENTIONS]->(l:Place) WHERE l.country = p.country }
RETURN p.country, count(*) AS persons, min(p.id) AS known ORDER BY persons DESC, p.country
