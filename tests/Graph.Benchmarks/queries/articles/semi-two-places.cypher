// people who visited and live in one country
MATCH (p:Person) WHERE EXISTS { MATCH (p)-[:VISITED]->(l:Place) WHERE l.country = 'JP' } AND EXISTS { MATCH (p)-[:LIVES_IN]->(l:Place) WHERE l.country = 'JP' } RETURN count(*) AS c
