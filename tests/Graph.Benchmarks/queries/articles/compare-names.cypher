// by the order of names
MATCH (x:Person)-[:MET_WITH]->(y:Person) WHERE x.name < y.name RETURN count(*) AS c
