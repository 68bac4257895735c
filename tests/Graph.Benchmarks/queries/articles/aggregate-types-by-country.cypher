// types by country of their end
MATCH (p:Person)-[r]->(x:Place) RETURN type(r) AS t, x.country AS c, count(*) AS n ORDER BY n DESC, t, c LIMIT 20
