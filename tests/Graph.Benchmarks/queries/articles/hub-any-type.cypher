// people and organizations of one country at a place
MATCH (p:Person)-->(l:Place)<--(o:Organization) WHERE p.country = o.country RETURN l.country AS c, count(*) AS n ORDER BY n DESC, c LIMIT 10
