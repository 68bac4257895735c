// a chain that never goes on
MATCH (x)-[r:ATTACKED]->(y)-[s:ATTACKED]->(z) RETURN count(*) AS c, count(DISTINCT x.id) AS a
