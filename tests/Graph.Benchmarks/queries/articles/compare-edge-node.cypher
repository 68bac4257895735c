// relations told in a year divisible as the number is
MATCH (x:Person)-[r:VISITED]->(y:Place) WHERE r.year % 5 = x.id % 5 RETURN count(*) AS c
