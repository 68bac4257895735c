// who joined before the leader came
MATCH (p:Person)-[r:MEMBER_OF]->(o:Organization)<-[s:LEADS]-(q:Person) WHERE r.year < s.year RETURN count(*) AS c
