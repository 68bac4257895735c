// a page of organizations by country and name
MATCH (o:Organization) RETURN o.country AS c, o.name AS n ORDER BY c DESC, n DESC SKIP 100 LIMIT 20
