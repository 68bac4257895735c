// every third number
MATCH (p:Person) WHERE p.id IN range(1, 4000, 3) RETURN count(*) AS c, sum(p.id) AS s
