// From which organization do members go over to which, by the next fact in time of that person?
MATCH (x:Organization)<-[m:MEMBER_OF]-(p:Person)-[n:MEMBER_OF]->(y:Organization)
WHERE p.id > 1000 AND n.date > m.date AND x.id <> y.id
WITH p, x, m.date AS left_at, min(n.date) AS next_at
MATCH (p)-[k:MEMBER_OF]->(z:Organization) WHERE k.date = next_at AND z.id <> x.id
RETURN x.id, z.id, count(*) AS flow ORDER BY flow DESC, x.id, z.id LIMIT 20
