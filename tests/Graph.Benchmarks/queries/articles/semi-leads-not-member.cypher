// leaders who are no members
MATCH (p:Person)-[:LEADS]->(o:Organization) WHERE NOT EXISTS { MATCH (p)-[:MEMBER_OF]->(o) } RETURN count(*) AS c
