// languages of forums
MATCH (f:Forum)-[:CONTAINER_OF]->(m:Post) RETURN f.id AS i, count(DISTINCT m.language) AS l, max(m.length) AS x ORDER BY l DESC, x DESC, i LIMIT 20
