// sources of facts by the number they keep
MATCH (p:Person)-[r:LEADS]->(o:Organization), (a:Article {id: r.article}) RETURN a.source AS s, count(*) AS c ORDER BY c DESC, s LIMIT 10
