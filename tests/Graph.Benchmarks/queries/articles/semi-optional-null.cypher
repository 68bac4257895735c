// people who lead nothing and are married
MATCH (p:Person)-[:MARRIED_TO]->(q:Person) OPTIONAL MATCH (p)-[l:LEADS]->(o:Organization) WITH p, q, l WHERE l IS NULL RETURN count(*) AS c
