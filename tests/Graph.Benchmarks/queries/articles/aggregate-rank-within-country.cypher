// Rank of the places by visits within their country (best three of the five first countries).
MATCH (l:Place)<-[v:VISITED]-(:Person)
WHERE l.country IN ['AU', 'BR', 'CA', 'CN', 'DE']
WITH l.country AS c, l.id AS id, count(*) AS n
WITH c, collect({id: id, n: n}) AS rows
UNWIND rows AS r
UNWIND rows AS s
WITH c, r, s WHERE s.n > r.n OR s.id = r.id
WITH c, r.id AS place, r.n AS visits, count(*) AS rank
WHERE rank <= 3
RETURN c, rank, place, visits ORDER BY c, rank, place
