// organizations that nobody leads
MATCH (o:Organization) WHERE NOT EXISTS { MATCH (o)<-[:LEADS]-(:Person) } RETURN count(*) AS c
