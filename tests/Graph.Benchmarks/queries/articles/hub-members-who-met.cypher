// members of one organization who met and visited the same place in its country
MATCH (a:Person)-[:MEMBER_OF]->(o:Organization)<-[:MEMBER_OF]-(b:Person)-[v:VISITED]->(l:Place)<-[w:VISITED]-(a)
MATCH (a)-[m:MET_WITH]->(b) WHERE a.id <> b.id AND o.country = l.country AND v.year = w.year AND a.id >= 20 AND b.id >= 20
RETURN o.id AS i, o.country AS k, count(*) AS n, count(DISTINCT a.id) AS aa ORDER BY n DESC, i LIMIT 50
