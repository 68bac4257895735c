// work after study
MATCH (p:Person)-[s:STUDY_AT]->(u:Organisation), (p)-[w:WORK_AT]->(o:Organisation) WHERE w.workFrom > s.classYear RETURN u.name AS n, count(*) AS c, min(w.workFrom) AS m ORDER BY c DESC, n LIMIT 10
