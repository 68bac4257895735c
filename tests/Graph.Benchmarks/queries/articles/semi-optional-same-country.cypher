// leaders of their own country's organizations, beside all
MATCH (p:Person) OPTIONAL MATCH (p)-[:LEADS]->(o:Organization) WHERE o.country = p.country RETURN count(o) AS same, count(*) AS c
