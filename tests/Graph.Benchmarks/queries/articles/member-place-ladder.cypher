// How many places lie within Place One, in how many steps?
MATCH p = (x:Place)-[:LOCATED_IN*1..3]->(l:Place {id: 5})
RETURN length(p) AS steps, count(*) AS paths, count(DISTINCT x.id) AS places, count(DISTINCT x.country) AS countries ORDER BY steps
