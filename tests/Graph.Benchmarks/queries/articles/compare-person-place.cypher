// who lives in a place of their own country
MATCH (x:Person)-[r:LIVES_IN]->(y:Place) WHERE x.country = y.country RETURN x.country AS country, count(*) AS c ORDER BY country
