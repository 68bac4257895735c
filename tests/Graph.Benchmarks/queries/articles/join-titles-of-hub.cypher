// Which two subjects stand together in several titles (the text before the colon), in different sources?
MATCH (a:Article)-[:MENTIONS]->(z:Person {id: 13})
MATCH (b:Article)-[:MENTIONS]->(z)
WHERE a.id < b.id AND left(a.title, 20) = left(b.title, 20) AND a.source <> b.source
RETURN left(a.title, 20) AS beginning, count(*) AS pairs, min(a.id) AS first ORDER BY pairs DESC, beginning LIMIT 15
