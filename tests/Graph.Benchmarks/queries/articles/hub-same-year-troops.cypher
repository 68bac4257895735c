// troops and operations of one year at a place
MATCH (a:Organization)-[r:OPERATES_IN]->(l:Place)<-[s:SENT_TROOPS_TO]-(b:Organization) WHERE r.year = s.year RETURN r.year AS y, count(*) AS c ORDER BY y
