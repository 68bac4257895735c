// births reported on the day a place of that country became part of another
MATCH (p:Person)-[r:BORN_IN]->(l:Place), (m:Place)-[s:LOCATED_IN]->(t:Place) WHERE r.date = s.date AND l.country = t.country AND l.id <> t.id RETURN l.country AS k, count(*) AS n, count(DISTINCT p.id) AS ps ORDER BY k
