// members and leaders of one organization from one country
MATCH (p:Person)-[:MEMBER_OF]->(o)<-[:LEADS]-(q:Person) WHERE p.country = q.country RETURN count(*) AS c
