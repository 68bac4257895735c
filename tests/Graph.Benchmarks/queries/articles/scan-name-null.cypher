// nodes without a name
MATCH (n) WHERE n.name IS NULL RETURN count(*) AS c
