// either of two ranges
MATCH (n:Entity) WHERE n.id < 100 OR n.id >= 2000 AND n.id < 2100 RETURN count(*) AS c, sum(n.id) AS s
