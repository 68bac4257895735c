// contacts of persons, if any, and where these live
MATCH (p:Person) OPTIONAL MATCH (p)-[:MET_WITH]->(q:Person) OPTIONAL MATCH (q)-[:LIVES_IN]->(l:Place) RETURN count(DISTINCT l.id) AS n, count(q) AS c
