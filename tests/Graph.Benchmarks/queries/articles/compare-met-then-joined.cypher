// In which organizations did people become members after they had met someone already said to lead it?
MATCH (p:Person)-[m:MET_WITH]->(l:Person)-[d:LEADS]->(o:Organization)<-[j:MEMBER_OF]-(p)
WHERE d.date <= m.date AND m.date < j.date
RETURN o.id, o.name, count(DISTINCT p.id) AS joined, min(j.date) AS first, max(j.date) AS latest
ORDER BY joined DESC, o.id LIMIT 15
