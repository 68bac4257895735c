// people who visited their birth place
MATCH (p:Person)-[:BORN_IN]->(l:Place) WHERE EXISTS { MATCH (p)-[:VISITED]->(l) } RETURN count(*) AS c
