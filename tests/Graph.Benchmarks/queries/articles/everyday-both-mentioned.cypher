// articles that mention two known people
MATCH (a:Person {id: 1})<-[:MENTIONS]-(x:Article)-[:MENTIONS]->(b:Person {id: 3}) RETURN count(*) AS c, min(x.date) AS d
