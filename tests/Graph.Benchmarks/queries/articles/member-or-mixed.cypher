// two properties
MATCH (o:Organization) WHERE o.id = 7 OR o.id = 12 OR o.name = 'Org Zero' RETURN o.id, o.name ORDER BY o.id
