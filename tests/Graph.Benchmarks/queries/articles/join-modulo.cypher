// every person to the article of the number modulo 997
MATCH (p:Person), (a:Article) WHERE a.id = p.id % 997 AND a.lang = 'de' RETURN a.source AS s, count(p) AS c ORDER BY s
