// the most liked comments with the ids of first and last liker
MATCH (p:Person)-[k:LIKES]->(c:Comment) WITH c.id AS i, c.length AS z, count(*) AS n, min(p.id) AS p1, max(p.id) AS p2, min(k.creationDate) AS d1, max(k.creationDate) AS d2 WHERE n >= 4 AND d1 < d2
RETURN i AS i, z AS z, n AS n, p1 AS p1, p2 AS p2, d1 AS d1, d2 AS d2 ORDER BY n DESC, z DESC, i LIMIT 400
