// the latest ten articles about a country's leaders
MATCH (a:Article)-[:MENTIONS]->(p:Person)-[:LEADS]->(o:Organization) WHERE o.country = 'PL' RETURN DISTINCT a.id AS i, a.date AS d, a.title AS t ORDER BY d DESC, i LIMIT 10
