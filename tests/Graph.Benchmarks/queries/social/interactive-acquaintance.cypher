// How far are ten persons from person 0 over friendships made before June 2012?
MATCH p = shortestPath((a:Person {id: 0})-[k:KNOWS*..6]-(b:Person))
WHERE all(x IN relationships(p) WHERE x.creationDate < date('2012-06-01')) AND b.id IN [17, 317, 617, 917, 1217, 1517, 1817, 2117, 2417, 2717]
RETURN b.id, length(p) AS steps ORDER BY b.id
