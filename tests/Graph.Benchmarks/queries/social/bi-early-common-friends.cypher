// pairs of man and woman with the most common friends from before July 2011
MATCH (a:Person)-[x:KNOWS]-(m:Person)-[y:KNOWS]-(b:Person) WHERE a.id < b.id AND a.gender <> b.gender AND x.creationDate < '2011-07-01' AND y.creationDate < '2011-07-01'
RETURN a.id AS i, b.id AS j, count(*) AS n, min(m.id) AS m1, max(m.id) AS m2 ORDER BY n DESC, i, j LIMIT 300
