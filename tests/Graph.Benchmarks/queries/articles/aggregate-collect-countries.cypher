// people who visited many countries
MATCH (p:Person)-[:VISITED]->(l:Place) WITH p, collect(DISTINCT l.country) AS cs WHERE size(cs) >= 4 RETURN count(*) AS c
