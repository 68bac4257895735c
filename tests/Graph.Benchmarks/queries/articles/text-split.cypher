// the second word of organizations
// peers: MATCH (o:Organization) RETURN split_part(o.name, ' ', 2) AS w, count(*) AS c ORDER BY c DESC, w LIMIT 10
MATCH (o:Organization) RETURN split(o.name, ' ')[1] AS w, count(*) AS c ORDER BY c DESC, w LIMIT 10
