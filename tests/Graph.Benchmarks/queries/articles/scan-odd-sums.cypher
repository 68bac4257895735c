// leaderships by the sum of two ids
MATCH (p:Person)-[r:LEADS]->(o:Organization) WHERE (p.id + o.id) % 2 = 1 RETURN count(*) AS c
