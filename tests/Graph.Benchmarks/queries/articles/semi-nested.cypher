// organizations led by one who is married to a citizen
MATCH (o:Organization) WHERE EXISTS { MATCH (o)<-[:LEADS]-(p:Person) WHERE EXISTS { MATCH (p)-[:MARRIED_TO]->(q:Person) WHERE q.country = o.country } } RETURN count(*) AS c
