// people by the likes they got
MATCH (p:Person)<-[:HAS_CREATOR]-(m:Message)<-[:LIKES]-(q:Person) RETURN p.id AS i, count(*) AS c, count(DISTINCT q.id) AS d ORDER BY c DESC, i LIMIT 20
