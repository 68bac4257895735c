// distinct pairs of person country and place country along two steps
MATCH (p:Person)-[:MEMBER_OF]->(o:Organization)-[:ATTACKED]->(l:Place) RETURN DISTINCT p.country AS a, l.country AS b ORDER BY a, b
