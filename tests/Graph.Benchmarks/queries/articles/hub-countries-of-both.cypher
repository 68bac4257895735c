// organizations by the countries of members and leaders
MATCH (p:Person)-[:MEMBER_OF]->(o:Organization)<-[:LEADS]-(q:Person) RETURN p.country AS a, q.country AS b, count(DISTINCT o.id) AS c ORDER BY c DESC, a, b LIMIT 10
