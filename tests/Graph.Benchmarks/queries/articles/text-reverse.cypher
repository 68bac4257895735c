// names by their end
MATCH (p:Person) WHERE reverse(p.name) STARTS WITH '77' RETURN count(*) AS c
