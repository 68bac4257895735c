// visitors and residents of a place, the latest persons first
MATCH (p:Person)-[:VISITED]->(l:Place)<-[:LIVES_IN]-(q:Person) RETURN p.id AS a, q.id AS b, l.id AS c ORDER BY a DESC, b DESC, c LIMIT 20
