// Persons met both by a critic and by a supporter of theirs in the same year.
MATCH (a:Person)-[c:CRITICIZED]->(p:Person)<-[s:SUPPORTS]-(b:Person)
WHERE c.year = s.year AND a.id <> b.id AND p.id > 15
MATCH (a)-[m:MET_WITH]-(p) WHERE m.year = c.year
RETURN p.id, c.year, count(*) AS ways, count(DISTINCT a.id) AS critics ORDER BY ways DESC, p.id, c.year LIMIT 15
