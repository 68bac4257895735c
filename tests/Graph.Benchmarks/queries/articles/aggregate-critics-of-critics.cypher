// people by how many critics they have, with how many critics their critics have in the mean
MATCH (p:Person)<-[r:CRITICIZED]-(q:Person)
WITH p, q, count(r) AS times
OPTIONAL MATCH (q)<-[s:CRITICIZED]-(:Person)
WITH p, q, count(s) AS theirs
WITH p, count(q) AS critics, avg(theirs) AS mean_theirs
WITH CASE WHEN critics >= 100 THEN 100 WHEN critics >= 10 THEN 10 ELSE critics END AS class, count(*) AS people, avg(mean_theirs) AS mean_of_means
RETURN class, people, mean_of_means ORDER BY class
