// persons that live where their employer is based
MATCH (p:Person)-[:WORKS_FOR]->(o:Organization) WHERE EXISTS { MATCH (o)-[:BASED_IN]->(:Place)<-[:LIVES_IN]-(p) } RETURN count(*) AS c
