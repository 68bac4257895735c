// members, leaders and seat of an organization, with a country compared
MATCH (p:Person)-[:MEMBER_OF]->(o:Organization)<-[:LEADS]-(q:Person), (o)-[:BASED_IN]->(l:Place) WHERE p.country = l.country RETURN q.country AS c, count(*) AS n ORDER BY n DESC, c LIMIT 10
