// numbers by remainder
MATCH (p:Person) WHERE p.id % 7 = 3 AND p.id % 11 <> 0 RETURN count(*) AS c
