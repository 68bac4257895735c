// sums of floats
// peers: MATCH (p:Person) RETURN sum(CAST(p.id AS DOUBLE)) AS s
MATCH (p:Person) RETURN sum(toFloat(p.id)) AS s
