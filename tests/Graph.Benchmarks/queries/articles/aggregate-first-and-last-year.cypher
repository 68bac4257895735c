// people whose first and last visit are in one year
MATCH (p:Person)-[r:VISITED]->(:Place) WITH p, min(r.year) AS a, max(r.year) AS b, count(*) AS c WHERE a = b AND c > 1 RETURN a, count(*) AS n ORDER BY a
