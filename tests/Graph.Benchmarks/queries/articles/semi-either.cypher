// organizations that attacked or sent troops
MATCH (o:Organization) WHERE EXISTS { MATCH (o)-[:ATTACKED]->() } OR EXISTS { MATCH (o)-[:SENT_TROOPS_TO]->() } RETURN count(*) AS c, min(o.name) AS m
