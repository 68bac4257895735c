// friends of friends who are none yet
MATCH (p:Person {id: 15})-[:KNOWS]-(:Person)-[:KNOWS]-(q:Person) WHERE NOT (p)-[:KNOWS]-(q) AND q.id <> 15 RETURN q.id AS i, count(*) AS c ORDER BY c DESC, i LIMIT 10
