// Attacks on a place followed by visits of people of the attacker's country in the next two years.
MATCH (o:Organization)-[a:ATTACKED]->(l:Place)<-[v:VISITED]-(p:Person)
WHERE p.country = o.country AND v.year > a.year AND v.year <= a.year + 2
RETURN v.year - a.year AS later, o.country, count(*) AS n, count(DISTINCT p.id) AS visitors ORDER BY n DESC, later, o.country LIMIT 15
