// persons that met and visited one place
MATCH (p:Person)-[:MET_WITH]->(q:Person), (p)-[:VISITED]->(l:Place)<-[:VISITED]-(q) RETURN count(*) AS c
