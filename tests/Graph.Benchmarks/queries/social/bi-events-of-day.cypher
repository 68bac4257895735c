// Forums, persons and friendships that began on the same day: which days have most such triples?
MATCH (f:Forum), (p:Person), (:Person)-[k:KNOWS]->(:Person)
WHERE f.creationDate = k.creationDate AND k.creationDate = p.creationDate
RETURN f.creationDate, count(*) AS n ORDER BY n DESC, f.creationDate LIMIT 10
