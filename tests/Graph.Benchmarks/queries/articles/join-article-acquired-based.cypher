// who acquired or leads what is based where, told by one article
MATCH (p)-[r:ACQUIRED|LEADS]->(o), (o)-[s:BASED_IN]->(l) WHERE r.article = s.article RETURN count(*) AS c
