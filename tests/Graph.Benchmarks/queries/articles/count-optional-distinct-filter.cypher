// leaders of sanctioning organizations
MATCH (o:Organization) OPTIONAL MATCH (o)-[:SANCTIONED]->(p:Person) WHERE p.country = 'RU' OPTIONAL MATCH (o)<-[:LEADS]-(q:Person)
RETURN count(DISTINCT o.id) AS a, count(DISTINCT p.id) AS b, count(DISTINCT q.id) AS c
