// articles that name the most people, with the spread of the positions
MATCH (a:Article)-[m:MENTIONS]->(p:Person)
WITH a.id AS i, a.title AS t, count(*) AS n, max(m.`start`) - min(m.`start`) AS sp, sum(p.id) AS s WHERE n > 6
RETURN i AS i, t AS t, n AS n, sp AS sp, s AS s ORDER BY n DESC, sp DESC, i LIMIT 300
