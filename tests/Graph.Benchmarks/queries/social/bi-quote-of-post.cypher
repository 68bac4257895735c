// Comments that begin with the same sixteen characters as the post they answer.
MATCH (c:Comment)-[:REPLY_OF]->(m:Post)
WHERE left(c.content, 16) = left(m.content, 16)
RETURN left(m.content, 16) AS beginning, count(*) AS n, avg(c.length) AS mean ORDER BY n DESC, beginning LIMIT 15
