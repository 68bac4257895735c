// spread of years by type
// peers: MATCH (p:Person)-[r:LEADS|MEMBER_OF|WORKS_FOR]->(o:Organization) RETURN label(r) AS t, count(*) AS c, min(r.year) AS a, max(r.year) AS b, sum(r.year) AS s ORDER BY t
MATCH (p:Person)-[r:LEADS|MEMBER_OF|WORKS_FOR]->(o:Organization) RETURN type(r) AS t, count(*) AS c, min(r.year) AS a, max(r.year) AS b, sum(r.year) AS s ORDER BY t
