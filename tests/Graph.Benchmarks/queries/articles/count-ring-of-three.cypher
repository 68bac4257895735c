// rings of three meetings
MATCH (a:Person)-[:MET_WITH]->(b:Person)-[:MET_WITH]->(c:Person)-[:MET_WITH]->(a) WHERE a.id < b.id AND a.id < c.id RETURN count(*) AS c
