// persons that met one and criticized another in one article
MATCH (p:Person)-[r:MET_WITH]->(q:Person), (p)-[s:CRITICIZED]->(t:Person) WHERE r.article = s.article RETURN count(*) AS c
