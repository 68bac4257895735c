// of pairs of workers and members, those where the worker came first
MATCH (p:Person)-[r:WORKS_FOR]->(o:Organization)<-[s:MEMBER_OF]-(q:Person) RETURN o.country AS c, sum(CASE WHEN r.year < s.year THEN 1 ELSE 0 END) AS n, count(*) AS m ORDER BY c
