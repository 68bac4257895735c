// weddings and births told on one day, by day
MATCH (a:Person)-[m:MARRIED_TO]->(b:Person), (c:Person)-[n:BORN_IN]->(l:Place) WHERE m.date = n.date
RETURN m.date AS d, count(*) AS c ORDER BY c DESC, d LIMIT 10
