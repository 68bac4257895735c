// by the first three letters
// peers: MATCH (p:Person) RETURN substring(p.name, 1, 3) AS s, count(*) AS c ORDER BY c DESC, s LIMIT 20
MATCH (p:Person) RETURN substring(p.name, 0, 3) AS s, count(*) AS c ORDER BY c DESC, s LIMIT 20
