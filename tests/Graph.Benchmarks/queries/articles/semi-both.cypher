// married founders
MATCH (p:Person) WHERE (p)-[:MARRIED_TO]-() AND (p)-[:FOUNDED]->() RETURN count(*) AS c
