// neither married nor member
MATCH (p:Person) WHERE NOT EXISTS { MATCH (p)-[:MARRIED_TO]->() } AND NOT EXISTS { MATCH (p)-[:MEMBER_OF]->() } RETURN count(*) AS c
