// people by the tags they wrote of
MATCH (p:Person)<-[:HAS_CREATOR]-(m:Message)-[:HAS_TAG]->(t:Tag) RETURN p.id AS p, count(DISTINCT t.id) AS c, count(*) AS n ORDER BY c DESC, p LIMIT 20
