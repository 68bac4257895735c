// four-cycles of different relations
MATCH (a:Person)-[:MET_WITH]->(b:Person)-[:WORKS_FOR]->(o:Organization)<-[:MEMBER_OF]-(c:Person)<-[:MARRIED_TO]-(a) RETURN count(*) AS c
