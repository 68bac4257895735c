// who joined a forum within half a year after a friend of the same gender
// peers: MATCH (a:Person)<-[r:HAS_MEMBER]-(f:Forum)-[s:HAS_MEMBER]->(b:Person), (a)-[k:KNOWS]->(b) WHERE a.gender = b.gender AND k.creationDate < r.joinDate AND r.joinDate < s.joinDate AND left(r.joinDate, 4) = left(s.joinDate, 4) RETURN f.id AS i, f.title AS t, count(*) AS n, count(DISTINCT b.id) AS bb ORDER BY n DESC, i LIMIT 50
MATCH (a:Person)<-[r:HAS_MEMBER]-(f:Forum)-[s:HAS_MEMBER]->(b:Person), (a)-[k:KNOWS]->(b)
WHERE a.gender = b.gender AND k.creationDate < r.joinDate AND r.joinDate < s.joinDate AND left(toString(r.joinDate), 4) = left(toString(s.joinDate), 4)
RETURN f.id AS i, f.title AS t, count(*) AS n, count(DISTINCT b.id) AS bb ORDER BY n DESC, i LIMIT 50
