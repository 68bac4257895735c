// who met those that visited a place, each once, the last countries first
MATCH (l:Place)<-[:VISITED]-(p:Person)-[:MET_WITH]->(q:Person) RETURN DISTINCT q.country AS t, l.name AS n, p.id AS m ORDER BY t DESC, m, n LIMIT 20
