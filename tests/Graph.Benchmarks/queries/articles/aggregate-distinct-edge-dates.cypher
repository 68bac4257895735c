// days of meetings by year
MATCH ()-[r:MET_WITH]->() RETURN r.year AS y, count(*) AS c, count(DISTINCT r.date) AS d ORDER BY y
