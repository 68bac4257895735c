// Chains of three acquisitions where each came after the one before, the longest in time first.
MATCH (a:Organization)-[r:ACQUIRED]->(b:Organization)-[s:ACQUIRED]->(c:Organization)-[t:ACQUIRED]->(d:Organization)
WHERE r.date < s.date AND s.date < t.date AND a.id <> c.id AND a.id <> d.id AND b.id <> d.id
  AND a.country = d.country AND b.country <> a.country
RETURN a.id, b.id, c.id, d.id, r.date, t.date ORDER BY r.date, t.date DESC, a.id, b.id, c.id, d.id LIMIT 15
