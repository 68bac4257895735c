// Who worked for the same company at the same time of entry and has a common friend, but is no friend?
MATCH (a:Person)-[w:WORK_AT]->(o:Organisation)<-[v:WORK_AT]-(b:Person)
WHERE a.id < b.id AND w.workFrom = v.workFrom AND NOT EXISTS { MATCH (a)-[:KNOWS]-(b) }
MATCH (a)-[:KNOWS]-(f:Person)-[:KNOWS]-(b)
RETURN a.id, b.id, o.name, w.workFrom, count(DISTINCT f.id) AS common ORDER BY common DESC, a.id, b.id, o.name LIMIT 20
