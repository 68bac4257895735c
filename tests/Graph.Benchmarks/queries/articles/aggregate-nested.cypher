// the mean of counts
MATCH (p:Person)-[:CRITICIZED]->(q:Person) WITH q, count(*) AS c RETURN avg(c) AS a, max(c) AS b, count(*) AS n
