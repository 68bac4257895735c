// people with more visits than meetings
MATCH (p:Person)-[v:VISITED]->() WITH p, count(v) AS v MATCH (p)-[m:MET_WITH]->() WITH p, v, count(m) AS m WHERE v > m RETURN count(*) AS c
