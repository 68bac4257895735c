// how far two people are from each other
// peers: MATCH p = (a:Person {id: 250})-[:KNOWS* SHORTEST 1..10]-(b:Person {id: 290}) RETURN length(p) AS len
MATCH p = shortestPath((a:Person {id: 250})-[:KNOWS*1..10]-(b:Person {id: 290})) RETURN length(p) AS len
