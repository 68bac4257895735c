// two told by the same article about one place
MATCH (p:Person)-[r:VISITED]->(l:Place)<-[s:LIVES_IN]-(q:Person) WHERE r.article = s.article RETURN count(*) AS c
