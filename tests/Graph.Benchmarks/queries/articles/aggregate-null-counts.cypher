// how many have a name, how many a title
MATCH (n) RETURN count(n.name) AS a, count(n.title) AS b
