// attacks and sanctions of one day
MATCH (o:Organization)-[r:ATTACKED]->(l:Place), (u:Organization)-[s:SANCTIONED]->(p:Person) WHERE r.date = s.date RETURN l.country AS c, count(*) AS n ORDER BY n DESC, c LIMIT 10
