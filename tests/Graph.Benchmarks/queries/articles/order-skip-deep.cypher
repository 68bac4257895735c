// page 10,001 of people by name
MATCH (p:Person) RETURN p.name, p.id ORDER BY p.name DESC, p.id SKIP 1500 LIMIT 10
