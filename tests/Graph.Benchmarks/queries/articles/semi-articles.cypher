// articles that mention both of two
MATCH (a:Article) WHERE EXISTS { MATCH (a)-[:MENTIONS]->(:Person {id: 1}) } AND EXISTS { MATCH (a)-[:MENTIONS]->(:Place {id: 0}) } RETURN count(*) AS c
