// tags by browser
MATCH (m:Message)-[:HAS_TAG]->(t:Tag) RETURN t.id AS t, m.browser AS b, count(*) AS c ORDER BY c DESC, t, b LIMIT 20
