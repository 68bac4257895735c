// pairs of people of one name
MATCH (p:Person), (q:Person) WHERE p.name = q.name AND p.id < q.id RETURN count(*) AS c
