// visits in the country of residence
MATCH (l:Place)<-[:LIVES_IN]-(p:Person)-[:VISITED]->(m:Place) WHERE l.country = m.country AND l.id <> m.id RETURN l.country AS k, count(*) AS c ORDER BY c DESC, k LIMIT 10
