// employees whose employer is at home where they are, or based in a place of their country
MATCH (p:Person)-[w:WORKS_FOR]->(o:Organization)-[b:BASED_IN]->(l:Place) WHERE (p.country = o.country OR p.country = l.country) AND w.year >= b.year
RETURN w.year AS year, count(*) AS ways, count(DISTINCT p) AS people ORDER BY year
