// leaders by the base of their organization in its own country, or none
MATCH (p:Person)-[:LEADS]->(o:Organization) OPTIONAL MATCH (o)-[:BASED_IN]->(l:Place) WHERE l.country = o.country RETURN coalesce(l.country, 'abroad') AS k, count(*) AS n, count(DISTINCT p.id) AS ps ORDER BY k
