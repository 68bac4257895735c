// The members of the alliance, by the number of articles that name them.
MATCH (c:Country)-[m:MEMBER_OF]->(:Alliance {key: 'csto'})
WITH c, min(m.since) AS since, max(m.until) AS until
MATCH (a:Article)-[:MENTIONS]->(c)
RETURN c.name AS member, since, until, count(DISTINCT a) AS articles
ORDER BY articles DESC, member;
