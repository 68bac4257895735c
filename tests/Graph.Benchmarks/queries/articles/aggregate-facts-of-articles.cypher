// the articles with the most different facts about people
MATCH (p:Person)-[r:MEMBER_OF|LEADS|WORKS_FOR|FOUNDED]->(o:Organization)
WITH r.article AS ar, count(*) AS n, count(DISTINCT p.id) AS ps, count(DISTINCT o.id) AS os WHERE n >= 3
RETURN ar AS ar, n AS n, ps AS ps, os AS os ORDER BY n DESC, ps DESC, ar LIMIT 500
