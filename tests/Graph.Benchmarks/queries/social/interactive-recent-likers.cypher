// who liked one's messages last
MATCH (:Person {id: 1})<-[:HAS_CREATOR]-(m:Message)<-[l:LIKES]-(f:Person) RETURN f.id AS i, max(l.creationDate) AS d, count(*) AS c ORDER BY d DESC, i LIMIT 20
