// who is mentioned beside people of a country
MATCH (p:Person)<-[:MENTIONS]-(a:Article)-[:MENTIONS]->(o:Organization) WHERE p.country = 'UA' RETURN o.country AS c, count(*) AS n ORDER BY n DESC, c LIMIT 10
