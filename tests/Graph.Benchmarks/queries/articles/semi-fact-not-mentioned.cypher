// facts of articles that do not mention the organization
MATCH (p:Person)-[r:LEADS]->(o:Organization) MATCH (a:Article) WHERE a.id = r.article AND NOT EXISTS { MATCH (a)-[:MENTIONS]->(o) } RETURN count(*) AS c
