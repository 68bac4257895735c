// either of two names
MATCH (p:Person) WHERE p.name = 'Person One' OR p.name = 'Person Zero' RETURN p.id, p.country ORDER BY p.id
