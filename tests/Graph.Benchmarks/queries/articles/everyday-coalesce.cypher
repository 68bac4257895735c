// people and their organization or none
MATCH (p:Person) WHERE p.id < 5000 OPTIONAL MATCH (p)-[:WORKS_FOR]->(o:Organization) RETURN coalesce(o.country, 'none') AS c, count(*) AS n ORDER BY n DESC, c LIMIT 20
