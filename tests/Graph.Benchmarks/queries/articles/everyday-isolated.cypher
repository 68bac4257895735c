// people in no relation but mentions
// peers: MATCH (p:Person) WHERE NOT EXISTS { MATCH (p)-[]-(:Person:Place:Organization) } RETURN count(*) AS c
MATCH (p:Person) WHERE NOT (p)--(:Entity) RETURN count(*) AS c
