// interests that nobody wrote of
MATCH (p:Person)-[:HAS_INTEREST]->(t:Tag) WHERE NOT EXISTS { MATCH (p)<-[:HAS_CREATOR]-(m:Message)-[:HAS_TAG]->(t) } RETURN count(*) AS c
