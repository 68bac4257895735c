// who visited what
MATCH (p:Person)-[:VISITED]->(l:Place) WITH DISTINCT p, l RETURN count(*) AS c
