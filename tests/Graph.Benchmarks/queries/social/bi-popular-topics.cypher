// forums moderated in a country with posts of a class of tags
MATCH (c:Place {id: 6})<-[:IS_PART_OF]-(:Place)<-[:IS_LOCATED_IN]-(p:Person)<-[:HAS_MODERATOR]-(f:Forum)-[:CONTAINER_OF]->(m:Post)-[:HAS_TAG]->(:Tag)-[:HAS_TYPE]->(k:TagClass) WHERE k.id < 10
RETURN f.id AS i, count(DISTINCT m.id) AS n ORDER BY n DESC, i LIMIT 20
