// messages of friends created on one day
MATCH (m:Post)-[:HAS_CREATOR]->(p:Person)-[:KNOWS]->(q:Person)<-[:HAS_CREATOR]-(n:Post) WHERE m.creationDate = n.creationDate RETURN count(*) AS c
