// persons that neither work for nor are members of anything
MATCH (p:Person) WHERE NOT EXISTS { MATCH (p)-[:WORKS_FOR]->() } AND NOT EXISTS { MATCH (p)-[:MEMBER_OF]->() } RETURN p.country AS k, count(*) AS c ORDER BY c DESC, k
