// meetings before an article's own year ends
MATCH (p:Person)-[r:MET_WITH]->(q:Person) WHERE r.date >= '2019-06-01' AND r.date < '2019-07-01' RETURN count(*) AS c, min(r.date) AS a, max(r.date) AS b
