// neighbours by number
MATCH (p:Person), (o:Organization) WHERE p.id + 1 = o.id RETURN count(*) AS c
