// articles of a year that begin with a person
MATCH (a:Article)-[:MENTIONS]->(p:Person) WHERE a.title STARTS WITH p.name AND a.year = 2021 RETURN count(*) AS c, min(a.id) AS i
