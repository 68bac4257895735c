// triangles of friends with the same browser
MATCH (a:Person)-[:KNOWS]-(b:Person)-[:KNOWS]-(c:Person)-[:KNOWS]-(a) WHERE a.id < b.id AND b.id < c.id AND a.browser = b.browser AND b.browser = c.browser
RETURN a.browser AS br, count(*) AS n, sum(CASE WHEN a.gender = b.gender AND b.gender = c.gender THEN 1 ELSE 0 END) AS same, count(DISTINCT a.id) AS aa ORDER BY n DESC, br
