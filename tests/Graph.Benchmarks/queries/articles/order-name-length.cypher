// longest names
MATCH (e:Entity) RETURN e.name AS n, e.id AS i ORDER BY size(e.name) DESC, n, i LIMIT 10
