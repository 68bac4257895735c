// places with most pairs of visitors and inhabitants of one country
MATCH (p:Person)-[:VISITED]->(l:Place)<-[:LIVES_IN]-(q:Person) WHERE p.country = q.country RETURN l.id, count(*) AS c ORDER BY c DESC, l.id LIMIT 10
