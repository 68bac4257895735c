// ids with one remainder
MATCH (p:Person)-[:LEADS]->(o:Organization) WHERE p.id % 7 = o.id % 7 RETURN count(*) AS c
