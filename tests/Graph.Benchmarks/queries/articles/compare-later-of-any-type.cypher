// met and later anything else to the same person
MATCH (p:Person)-[r:MET_WITH]->(q:Person)<-[s]-(p) WHERE s.year > r.year RETURN type(s) AS t, count(*) AS c ORDER BY t
