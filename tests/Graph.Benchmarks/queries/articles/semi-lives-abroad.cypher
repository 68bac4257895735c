// lives abroad
MATCH (p:Person)-[:LIVES_IN]->(l:Place) WHERE p.country <> l.country AND NOT EXISTS { MATCH (p)-[:BORN_IN]->(k:Place) WHERE k.country = l.country } RETURN count(*) AS c
