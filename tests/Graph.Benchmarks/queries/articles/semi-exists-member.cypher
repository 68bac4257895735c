// people of a country who are members of anything
// peers: MATCH (p:Person) WHERE p.country = 'FR' AND EXISTS { MATCH (p)-[:MEMBER_OF]->() } RETURN count(*) AS c
MATCH (p:Person) WHERE p.country = 'FR' AND EXISTS { (p)-[:MEMBER_OF]->() } RETURN count(*) AS c
