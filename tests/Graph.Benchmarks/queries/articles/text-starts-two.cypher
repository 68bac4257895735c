// names by two letters they may begin with
MATCH (p:Person) WHERE p.name STARTS WITH 'A' OR p.name STARTS WITH 'B' RETURN p.country AS c, count(*) AS n ORDER BY n DESC, c
