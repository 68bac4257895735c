// relations from a less to a more popular one
// peers: MATCH (x:Person)-[r:SUPPORTS]->(y:Person) WHERE x.id > y.id RETURN r.year AS yr, count(*) AS c ORDER BY yr
MATCH (x:Person)-[r:SUPPORTS]->(y:Person) WHERE x.id > y.id RETURN r.year AS y, count(*) AS c ORDER BY y
