// met, then criticized later
MATCH (p:Person)-[r:MET_WITH]->(q:Person), (p)-[s:CRITICIZED]->(q) WHERE s.date > r.date RETURN count(*) AS c
