// messages by year and size
// peers: MATCH (m:Message) WHERE m.creationDate < '2012-11-01' RETURN CAST(date_part('year', m.creationDate) AS STRING) AS y, CASE WHEN m.length < 40 THEN 0 WHEN m.length < 80 THEN 1 WHEN m.length < 160 THEN 2 ELSE 3 END AS k, count(*) AS c, avg(m.length) AS a, sum(m.length) AS s ORDER BY y DESC, k
MATCH (m:Message) WHERE m.creationDate < '2012-11-01'
RETURN toString(m.creationDate.year) AS y, CASE WHEN m.length < 40 THEN 0 WHEN m.length < 80 THEN 1 WHEN m.length < 160 THEN 2 ELSE 3 END AS k, count(*) AS c, avg(m.length) AS a, sum(m.length) AS s ORDER BY y DESC, k
