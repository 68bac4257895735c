// people born on one day of one year
MATCH (p:Person), (q:Person) WHERE p.birthday = q.birthday AND p.id < q.id RETURN count(*) AS c
