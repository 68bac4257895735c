// members of many organizations
MATCH (p:Person)-[:MEMBER_OF]->(o:Organization) WITH p, collect(o.id) AS os WHERE size(os) > 3 RETURN count(*) AS c, max(size(os)) AS m
