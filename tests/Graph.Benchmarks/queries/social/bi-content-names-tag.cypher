// posts that name their tag
MATCH (m:Post)-[:HAS_TAG]->(t:Tag) WHERE m.content CONTAINS t.name RETURN count(*) AS c
