// friends who share an interest and a browser, by browser
MATCH (p:Person)-[:KNOWS]->(q:Person), (p)-[:HAS_INTEREST]->(t:Tag)<-[:HAS_INTEREST]-(q) WHERE p.browser = q.browser RETURN p.browser AS b, count(*) AS c ORDER BY b
