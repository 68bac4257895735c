// leaders of an organization of their country with a seat elsewhere
MATCH (p:Person)-[:LEADS]->(o:Organization)-[:BASED_IN]->(l:Place) WHERE p.country = o.country AND o.country <> l.country RETURN count(*) AS c
