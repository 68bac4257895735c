// people whose organization attacked something
MATCH (p:Person) WHERE EXISTS { MATCH (p)-[:WORKS_FOR]->(o:Organization)-[:ATTACKED]->(l:Place) WHERE l.country = 'UA' } RETURN count(*) AS c
