// people who visited their own country
MATCH (p:Person) WHERE EXISTS { MATCH (p)-[r:VISITED]->(l:Place) WHERE l.country = p.country } RETURN p.country AS c, count(*) AS n ORDER BY n DESC, c LIMIT 10
