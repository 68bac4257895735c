// people by the number of their long messages
MATCH (p:Person) OPTIONAL MATCH (p)<-[:HAS_CREATOR]-(m:Message) WHERE m.length > 100 AND m.language = 'en' WITH p, count(m.id) AS n RETURN n, count(*) AS people ORDER BY people DESC, n DESC
