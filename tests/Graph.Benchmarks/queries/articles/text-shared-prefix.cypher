// Which persons and organizations have names that begin with the same nine letters?
MATCH (p:Person), (o:Organization)
WHERE left(p.name, 9) = left(o.name, 9) AND p.country = o.country
RETURN left(p.name, 9) AS prefix, count(*) AS pairs, min(p.id) AS p, min(o.id) AS o ORDER BY pairs DESC, prefix LIMIT 20
