// places people visited again
MATCH (p:Person)-[r:VISITED]->(l:Place) WITH p, l, count(*) AS c WHERE c > 2 RETURN count(*) AS pairs, sum(c) AS s
