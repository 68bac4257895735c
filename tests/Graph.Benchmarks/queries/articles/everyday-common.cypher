// whom two people both met
MATCH (a:Person {id: 1})-[:MET_WITH]-(x:Person)-[:MET_WITH]-(b:Person {id: 3}) RETURN DISTINCT x.id, x.name ORDER BY x.id
