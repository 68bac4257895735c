// Who met, on one day, two persons of whom one criticized the other before?
MATCH (a:Person)<-[m:MET_WITH]-(p:Person)-[n:MET_WITH]->(b:Person)
WHERE m.date = n.date AND a.id <> b.id
MATCH (a)-[c:CRITICIZED]->(b) WHERE c.date < m.date
RETURN p.id, a.id, b.id, m.date, count(*) AS times ORDER BY m.date, p.id, a.id, b.id LIMIT 20
