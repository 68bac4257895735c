// summed differences over pairs
MATCH (a:Organization)-[r:ATTACKED]->(l:Place)<-[s:SENT_TROOPS_TO]-(b:Organization) WHERE a.id < b.id RETURN sum(s.year - r.year) AS s, count(*) AS c
