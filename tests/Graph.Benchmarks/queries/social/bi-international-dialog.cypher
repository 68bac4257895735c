// people of two countries who answered each other
MATCH (a:Place {id: 6})<-[:IS_PART_OF]-(:Place)<-[:IS_LOCATED_IN]-(p:Person)<-[:HAS_CREATOR]-(c:Comment)-[:REPLY_OF]->(m:Message)-[:HAS_CREATOR]->(q:Person)-[:IS_LOCATED_IN]->(:Place)-[:IS_PART_OF]->(b:Place {id: 7})
RETURN p.id AS i, q.id AS j, count(*) AS n ORDER BY n DESC, i, j LIMIT 20
