// first collected of each
MATCH (p:Person)-[r:LEADS]->(o:Organization) WITH o, collect(p.id) AS ids WHERE size(ids) > 3 RETURN count(*) AS c, sum(size(ids)) AS s
