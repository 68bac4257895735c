// people born where others of their country live
MATCH (p:Person)-[:BORN_IN]->(l:Place)<-[:LIVES_IN]-(q:Person) WHERE p.country = q.country RETURN count(DISTINCT p.id) AS c
