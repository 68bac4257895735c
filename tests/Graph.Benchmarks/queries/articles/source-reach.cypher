// everybody reached by four steps of a sparse relation
MATCH (a:Person)-[:MARRIED_TO*1..4]->(b:Person) WHERE a.country = 'FI' RETURN count(DISTINCT b.id) AS c
