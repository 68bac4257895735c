// another country, or another first letter
MATCH (x:Organization)-[:SUED]->(y:Organization) WHERE x.country <> y.country OR left(x.name, 1) <> left(y.name, 1) RETURN count(*) AS c
