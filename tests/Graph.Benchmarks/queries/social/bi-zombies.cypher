// people of a country with few messages, and what their likes came to
MATCH (c:Place {id: 7})<-[:IS_PART_OF]-(:Place)<-[:IS_LOCATED_IN]-(z:Person) OPTIONAL MATCH (z)<-[:HAS_CREATOR]-(m:Message) WITH z, count(m.id) AS n WHERE n < 150
RETURN count(*) AS zombies, sum(n) AS messages
