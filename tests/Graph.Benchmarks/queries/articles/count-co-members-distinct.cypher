// the same, each pair of people once
MATCH (p:Person)-[:MEMBER_OF]->(o:Organization)<-[:LEADS]-(q:Person)
WHERE p.country = 'SE' AND q.country = 'NO' RETURN count(DISTINCT p.id) AS a, count(DISTINCT q.id) AS b, count(*) AS c
