// messages liked most in a month
MATCH (m:Message)<-[l:LIKES]-(:Person) WHERE l.creationDate >= '2012-05-01' AND l.creationDate < '2012-06-01' RETURN m.id AS i, count(*) AS c ORDER BY c DESC, i LIMIT 20
