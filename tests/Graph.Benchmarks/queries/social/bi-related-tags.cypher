// tags of answers to a tag's messages that do not carry it
// peers: MATCH (t:Tag {id: 1})<-[:HAS_TAG]-(m:Message)<-[:REPLY_OF]-(c:Comment)-[:HAS_TAG]->(o:Tag) WHERE NOT EXISTS { MATCH (c)-[:HAS_TAG]->(x:Tag) WHERE x.id = 1 } RETURN o.name AS n, count(DISTINCT c.id) AS k ORDER BY k DESC, n LIMIT 100
MATCH (t:Tag {id: 1})<-[:HAS_TAG]-(m:Message)<-[:REPLY_OF]-(c:Comment)-[:HAS_TAG]->(o:Tag) WHERE NOT EXISTS { MATCH (c)-[:HAS_TAG]->(t) }
RETURN o.name AS n, count(DISTINCT c.id) AS k ORDER BY k DESC, n LIMIT 100
