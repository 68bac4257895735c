// leaders of the fifty biggest organizations
MATCH (o:Organization)<-[:MEMBER_OF]-(m:Person) WITH o, count(m) AS c ORDER BY c DESC, o.id LIMIT 50 MATCH (o)<-[:LEADS]-(p:Person) RETURN o.id AS o, c, count(DISTINCT p.id) AS l ORDER BY c DESC, o
