// pairs of one first name by age
MATCH (a:Person), (b:Person) WHERE a.firstName = b.firstName AND a.birthday < b.birthday RETURN count(*) AS c
