// length of names by country
MATCH (e:Entity) RETURN e.country AS c, avg(size(e.name)) AS l, max(size(e.name)) AS m ORDER BY c
