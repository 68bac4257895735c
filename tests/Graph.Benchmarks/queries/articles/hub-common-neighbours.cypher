// pairs of people who support the same most often
MATCH (a:Person)-[:SUPPORTS]->(x:Person)<-[:SUPPORTS]-(b:Person) WHERE a.id < b.id RETURN a.id AS a, b.id AS b, count(*) AS c ORDER BY c DESC, a, b LIMIT 10
