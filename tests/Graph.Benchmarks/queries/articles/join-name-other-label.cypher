// people and places by equal country and neighbouring number
MATCH (p:Person), (l:Place) WHERE p.country = l.country AND p.id / 5 = l.id / 5 + 1 RETURN count(*) AS c
