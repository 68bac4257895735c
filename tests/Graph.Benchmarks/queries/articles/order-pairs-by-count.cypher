// people and sources by their mentions
MATCH (a:Article)-[:MENTIONS]->(p:Person) RETURN p.id AS p, a.source AS s, count(*) AS c ORDER BY c DESC, p, s LIMIT 25
