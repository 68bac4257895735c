// the same over a sparse relation
MATCH p = shortestPath((a:Person {id: 1})-[:MARRIED_TO*1..12]->(b:Person)) WHERE b.id <> 1 RETURN length(p) AS len, count(*) AS c ORDER BY len
