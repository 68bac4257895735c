// pairs of organizations based in one place, by place
MATCH (a)-[:BASED_IN]->(l)<-[:BASED_IN]-(b) WHERE a.id < b.id RETURN l.country AS country, count(*) AS c ORDER BY country
