// people who lead, founded, live and are married
MATCH (p:Person)-[:LEADS]->(a:Organization), (p)-[:FOUNDED]->(b:Organization), (p)-[:LIVES_IN]->(l:Place), (p)-[:MARRIED_TO]->(q:Person) RETURN count(*) AS c, count(DISTINCT p.id) AS d
