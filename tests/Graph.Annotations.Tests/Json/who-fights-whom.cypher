// Which organizations fight against each other, according to which documents, quoted?
MATCH (a:Organisation)-[r:FightingAgainst]->(b:Organisation)
WHERE r.confidence >= 0.5
UNWIND sources(r) AS document
RETURN a.name AS one, b.name AS other, document, quote(r) AS quote
ORDER BY document.key, one, other, quote
