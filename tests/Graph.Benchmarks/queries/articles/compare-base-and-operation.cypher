// organizations based in one place and active in another in one year
MATCH (o:Organization)-[r:BASED_IN]->(l:Place), (o)-[s:OPERATES_IN]->(m:Place) WHERE l <> m AND r.year = s.year RETURN count(*) AS c
