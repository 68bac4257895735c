// pairs of a country and a language, as texts
MATCH (a:Article)-[:MENTIONS]->(p:Person) RETURN count(DISTINCT p.country + a.lang) AS c
