// how many people have how many memberships
MATCH (p:Person) OPTIONAL MATCH (p)-[r:MEMBER_OF]->() WITH p, count(r) AS degree WITH degree, count(*) AS people RETURN degree, people ORDER BY degree
