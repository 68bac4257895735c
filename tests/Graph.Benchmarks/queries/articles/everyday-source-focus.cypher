// what one source writes about most
MATCH (a:Article {source: 'source03'})-[:MENTIONS]->(e:Organization) RETURN e.name AS n, count(*) AS c ORDER BY c DESC, n LIMIT 10
