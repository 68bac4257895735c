// Days on which somebody's post, their like of another and a new friendship of theirs fall together.
MATCH (p:Person)<-[:HAS_CREATOR]-(m:Post), (p)-[l:LIKES]->(n:Post), (p)-[k:KNOWS]-(q:Person)
WHERE m.creationDate = l.creationDate AND l.creationDate = k.creationDate
RETURN p.id, m.creationDate, count(*) AS n ORDER BY n DESC, p.id, m.creationDate LIMIT 10
