// how far two people are from each other
MATCH p = shortestPath((a:Person {id: 250})-[:KNOWS*1..10]-(b:Person {id: 290})) RETURN length(p) AS len
