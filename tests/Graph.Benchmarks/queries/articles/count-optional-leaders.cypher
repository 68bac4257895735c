// organizations of the leaders that articles of a year mention, if any
MATCH (a:Article {year: 2021}) OPTIONAL MATCH (a)-[:MENTIONS]->(p:Person)-[:LEADS]->(o:Organization) RETURN count(DISTINCT a.id) AS a1, count(DISTINCT o.id) AS b1, count(*) AS n
