// people who like each other
MATCH (a:Person)-[:LIKES]->(m:Message)-[:HAS_CREATOR]->(b:Person)-[:LIKES]->(n:Message)-[:HAS_CREATOR]->(a) WHERE a.id < b.id RETURN count(*) AS c
