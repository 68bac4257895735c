// sizes of sizes
MATCH (p:Person)-[:MEMBER_OF]->(o:Organization) WITH o, count(*) AS m WITH m, count(*) AS os WITH os, max(m) AS mm RETURN count(*) AS c, max(mm) AS x
