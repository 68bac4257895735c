// pairs of leaders in their order of time
MATCH (p:Person)-[r:LEADS]->(o:Organization)<-[s:LEADS]-(q:Person) WHERE r.date < s.date AND p.id <> q.id RETURN count(*) AS c
