// chains of people and organizations
MATCH (a:Person)-[:MET_WITH]->(b:Person)-[:LEADS]->(o:Organization)-[:SIGNED_DEAL_WITH]->(x:Organization)<-[:LEADS]-(c:Person) RETURN count(*) AS n
