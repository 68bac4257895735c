// countries of attackers and of those led by visitors of the attacked place
MATCH (o:Organization)-[:ATTACKED]->(l:Place)<-[:VISITED]-(p:Person)-[:LEADS]->(x:Organization) RETURN o.country AS a, x.country AS b, count(*) AS c ORDER BY c DESC, a, b LIMIT 10
