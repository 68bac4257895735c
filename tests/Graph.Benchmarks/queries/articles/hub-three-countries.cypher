// three kinds in one article
MATCH (p:Person)<-[:MENTIONS]-(a:Article)-[:MENTIONS]->(o:Organization), (a)-[:MENTIONS]->(l:Place) WHERE p.country = o.country AND o.country = l.country RETURN count(*) AS c
