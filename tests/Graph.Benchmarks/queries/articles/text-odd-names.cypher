// leaders by a pattern of their name
MATCH (p:Person)-[:LEADS]->(o:Organization) WHERE p.name =~ '.*[13579]' RETURN count(*) AS c
