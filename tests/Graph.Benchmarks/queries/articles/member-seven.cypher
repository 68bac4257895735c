// seven people by number
MATCH (p:Person) WHERE p.id IN [1, 33, 303, 1003, 1503, 1803, 2003] RETURN p.id, p.name ORDER BY p.id
