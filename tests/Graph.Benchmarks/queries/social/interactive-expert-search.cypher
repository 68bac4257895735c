// friends who answer posts about a class of tags
MATCH (:Person {id: 4})-[:KNOWS]-(f:Person)<-[:HAS_CREATOR]-(c:Comment)-[:REPLY_OF]->(p:Post)-[:HAS_TAG]->(t:Tag)-[:HAS_TYPE]->(k:TagClass) WHERE k.id < 8
RETURN f.id AS i, count(DISTINCT c.id) AS n ORDER BY n DESC, i LIMIT 20
