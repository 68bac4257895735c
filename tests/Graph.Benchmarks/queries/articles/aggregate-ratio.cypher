// members for each country they are of
MATCH (o:Organization)<-[:MEMBER_OF]-(p:Person) WITH o, count(p) AS c, count(DISTINCT p.country) AS d RETURN o.id AS i, c * 1.0 / d AS x ORDER BY x DESC, i LIMIT 10
