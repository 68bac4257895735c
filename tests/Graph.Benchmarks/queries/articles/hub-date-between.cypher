// visits in the two years after births, by place country
MATCH (p:Person)-[r:BORN_IN]->(l:Place)<-[s:VISITED]-(q:Person) WHERE s.year >= r.year AND s.year < r.year + 2 RETURN l.country AS country, count(*) AS c ORDER BY country
