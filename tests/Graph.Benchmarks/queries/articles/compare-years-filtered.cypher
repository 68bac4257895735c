// articles of two languages and one year about one person
MATCH (a:Article)-[:MENTIONS]->(p:Person)<-[:MENTIONS]-(b:Article) WHERE a.lang = 'nl' AND b.lang = 'de' AND a.year = b.year AND a.year = 2016 RETURN count(*) AS c
