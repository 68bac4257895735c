// the largest root
MATCH (p:Person) RETURN max(sqrt(p.id)) AS m
