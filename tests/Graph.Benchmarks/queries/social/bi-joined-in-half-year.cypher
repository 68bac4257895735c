// members who joined in half a year
MATCH (f:Forum)-[r:HAS_MEMBER]->(p:Person) WHERE r.joinDate >= '2011-01-01' AND r.joinDate < '2011-07-01' RETURN p.gender AS g, count(*) AS c, min(r.joinDate) AS d ORDER BY g
