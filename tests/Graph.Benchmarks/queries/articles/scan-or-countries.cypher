// nodes of one country or another
MATCH (e:Entity) WHERE e.country = 'UA' OR e.country = 'RU' RETURN count(*) AS c
