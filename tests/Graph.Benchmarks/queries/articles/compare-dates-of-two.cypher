// founders who lead what they founded
MATCH (p:Person)-[r:FOUNDED]->(o:Organization)<-[s:LEADS]-(p) WHERE r.date < s.date RETURN count(*) AS c, min(r.date) AS d
