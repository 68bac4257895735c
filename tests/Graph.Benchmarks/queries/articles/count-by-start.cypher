// chains for each country of their start
MATCH (p:Person)-[:WORKS_FOR]->(o:Organization)-[:SUED]->(x:Organization)<-[:LEADS]-(q:Person)
RETURN p.country AS country, count(*) AS c ORDER BY country
