// likes of those who became friends later
MATCH (p:Person)-[k:KNOWS]->(q:Person)<-[:HAS_CREATOR]-(m:Message)<-[l:LIKES]-(p) WHERE l.creationDate < k.creationDate RETURN count(*) AS c
