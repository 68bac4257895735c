// people with an id ten higher, in one country
MATCH (p:Person), (q:Person) WHERE p.id + 10 = q.id AND p.country = q.country RETURN count(*) AS c
