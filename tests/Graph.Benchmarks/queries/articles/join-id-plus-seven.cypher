// neighbours by number
MATCH (p:Person), (q:Person) WHERE q.id = p.id + 7 AND p.country = q.country RETURN count(*) AS c
