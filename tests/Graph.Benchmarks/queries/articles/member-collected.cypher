// those that an earlier step collected
// peers: MATCH (p:Person)-[:FOUNDED]->(o:Organization) WHERE p.country = 'TR' WITH collect(DISTINCT o.id) AS ids MATCH (q:Person)-[:LEADS]->(x:Organization) WHERE list_contains(ids, x.id) RETURN count(*) AS c
MATCH (p:Person)-[:FOUNDED]->(o:Organization) WHERE p.country = 'TR' WITH collect(DISTINCT o.id) AS ids MATCH (q:Person)-[:LEADS]->(x:Organization) WHERE x.id IN ids RETURN count(*) AS c
