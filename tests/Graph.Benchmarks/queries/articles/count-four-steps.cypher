// long chains, only counted
MATCH (a:Person)-[:MEMBER_OF]->(o:Organization)-[:SIGNED_DEAL_WITH]->(x:Organization)-[:BASED_IN]->(l:Place)-[:LOCATED_IN]->(m:Place) RETURN count(*) AS c
