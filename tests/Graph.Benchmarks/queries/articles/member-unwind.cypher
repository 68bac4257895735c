// one look-up for each of a list
// peers: UNWIND range(0, 4000) AS i MATCH (p:Person) WHERE p.id = i RETURN count(*) AS c, min(p.name) AS n
UNWIND range(0, 4000) AS i MATCH (p:Person {id: i}) RETURN count(*) AS c, min(p.name) AS n
