// positions of mentions
// peers: MATCH (a:Article)-[m:MENTIONS]->(e:Person) WHERE m.end_ - m.start_ > 20 RETURN count(*) AS c
MATCH (a:Article)-[m:MENTIONS]->(e:Person) WHERE m.end - m.start > 20 RETURN count(*) AS c
