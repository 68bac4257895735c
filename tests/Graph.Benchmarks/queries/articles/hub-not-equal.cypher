// pairs of different countries at one organization
MATCH (p:Person)-[:WORKS_FOR]->(o:Organization)<-[:FOUNDED]-(q:Person) WHERE p.country <> q.country RETURN o.country AS country, count(*) AS c ORDER BY country
