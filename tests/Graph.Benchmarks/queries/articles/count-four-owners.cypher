// four-cycles of purchases and suits
MATCH (a:Organization)-[:ACQUIRED]->(b:Organization)-[:SUED]->(c:Organization)-[:ACQUIRED]->(d:Organization)-[:SUED]->(a) WHERE a.id < c.id AND b.id <> d.id RETURN count(*) AS n
