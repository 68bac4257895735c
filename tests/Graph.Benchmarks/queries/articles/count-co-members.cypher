// pairs of members of the same organizations, filtered at both ends
MATCH (p:Person)-[:MEMBER_OF]->(o:Organization)<-[:MEMBER_OF]-(q:Person)
WHERE p.country = 'FR' AND q.country = 'DE' RETURN count(*) AS c
