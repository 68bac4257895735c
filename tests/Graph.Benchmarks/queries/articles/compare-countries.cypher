// criticized within one country
MATCH (x:Person)-[:CRITICIZED]->(y:Person) WHERE x.country = y.country RETURN count(*) AS c
