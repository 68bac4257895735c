// visitors of places of their own country
MATCH (p:Person) WHERE EXISTS { MATCH (p)-[:VISITED]->(l:Place) WHERE l.country = p.country } RETURN p.country AS country, count(*) AS c ORDER BY country
