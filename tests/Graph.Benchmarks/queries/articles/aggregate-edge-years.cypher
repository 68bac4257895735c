// years of a relation
MATCH ()-[r:MEMBER_OF|LEADS|WORKS_FOR|MET_WITH]->() RETURN avg(r.year) AS a, min(r.year) AS b, max(r.year) AS c, count(DISTINCT r.article) AS d
