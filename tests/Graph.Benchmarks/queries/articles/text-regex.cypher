// names by a regular expression
MATCH (p:Person) WHERE p.name =~ 'Ka.*son [0-9]+7' RETURN count(*) AS c
