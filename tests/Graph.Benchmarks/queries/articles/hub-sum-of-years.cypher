// years between leaders and founders
MATCH (p:Person)-[r:LEADS]->(o:Organization)<-[s:FOUNDED]-(q:Person) RETURN sum(r.year - s.year) AS d, max(r.year - s.year) AS m, count(*) AS c
