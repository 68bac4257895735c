// mentions in the year of a leadership
MATCH (a:Article)-[:MENTIONS]->(p:Person)-[r:LEADS]->(o:Organization) WHERE r.year = a.year RETURN count(*) AS c
