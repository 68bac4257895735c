// persons mentioned before a place of their country
// peers: MATCH (a:Article)-[m:MENTIONS]->(p:Person), (a)-[n:MENTIONS]->(l:Place) WHERE m.start_ < n.start_ AND p.country = l.country RETURN count(*) AS c
MATCH (a:Article)-[m:MENTIONS]->(p:Person), (a)-[n:MENTIONS]->(l:Place) WHERE m.start < n.start AND p.country = l.country RETURN count(*) AS c
