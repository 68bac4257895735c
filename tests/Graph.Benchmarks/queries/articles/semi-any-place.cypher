// people with any relation to a place
// peers: MATCH (p:Person) WHERE EXISTS { MATCH (p)--(:Place) } RETURN count(*) AS c
MATCH (p:Person) WHERE (p)--(:Place) RETURN count(*) AS c
