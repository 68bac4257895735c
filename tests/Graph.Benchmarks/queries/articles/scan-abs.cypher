// near a number
MATCH (o:Organization) WHERE abs(o.id - 1000) < 50 RETURN count(*) AS c
