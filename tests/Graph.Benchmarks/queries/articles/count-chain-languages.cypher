// pairs of articles of a language on both sides of a purchase
MATCH (a:Article)-[:MENTIONS]->(o:Organization)-[:ACQUIRED]->(x:Organization)<-[:MENTIONS]-(b:Article) WHERE a.lang = 'nl' AND b.lang = 'nl' AND a.id < b.id RETURN count(*) AS n
