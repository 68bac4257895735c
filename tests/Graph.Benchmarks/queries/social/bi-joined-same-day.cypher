// Pairs of members who joined two or more forums together on the same day.
MATCH (a:Person)<-[j:HAS_MEMBER]-(f:Forum)-[k:HAS_MEMBER]->(b:Person)
WHERE a.id < b.id AND j.joinDate = k.joinDate
WITH a, b, count(*) AS forums
WHERE forums >= 2
RETURN a.id, b.id, forums ORDER BY forums DESC, a.id, b.id LIMIT 10
