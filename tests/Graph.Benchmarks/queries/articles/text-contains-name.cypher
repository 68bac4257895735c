// mentions of people whom the title names
MATCH (a:Article)-[:MENTIONS]->(p:Person) WHERE a.title CONTAINS p.name RETURN count(*) AS c
