// titles of articles that mention one whose name they hold
MATCH (a:Article)-[:MENTIONS]->(p:Person {id: 1}) WHERE a.title CONTAINS p.name RETURN count(*) AS c
