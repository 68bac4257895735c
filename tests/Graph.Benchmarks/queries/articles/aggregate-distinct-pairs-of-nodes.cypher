// pairs of a person and an organization, each once
MATCH (p:Person)-[r]->(o:Organization) WITH DISTINCT p, o RETURN count(*) AS c
