// One row of figures on the network.
MATCH (p:Person) WITH count(*) AS persons, count(DISTINCT p.firstName) AS names, min(p.birthday) AS eldest
MATCH (:Person)-[k:KNOWS]->(:Person) WITH persons, names, eldest, count(*) AS friendships
MATCH (f:Forum) WITH persons, names, eldest, friendships, count(*) AS forums
MATCH (m:Comment) WITH persons, names, eldest, friendships, forums, avg(m.length) AS mean
MATCH (x:Person)-[:LIKES]->(y:Comment)
RETURN persons, names, eldest, friendships, forums, mean, count(*) AS likes
