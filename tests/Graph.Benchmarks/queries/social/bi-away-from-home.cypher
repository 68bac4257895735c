// messages from abroad
MATCH (m:Message)-[:HAS_CREATOR]->(p:Person)-[:IS_LOCATED_IN]->(city:Place)-[:IS_PART_OF]->(home:Place), (m)-[:IS_LOCATED_IN]->(c:Place) WHERE c.id <> home.id RETURN c.id AS i, count(*) AS n ORDER BY n DESC, i LIMIT 10
