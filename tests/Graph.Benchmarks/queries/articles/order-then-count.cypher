// an order nobody sees
MATCH (p:Person) WITH p ORDER BY p.id SKIP 2047 RETURN count(*) AS c
