// over every relation between entities
MATCH (:Entity)-[r]->(:Entity) RETURN avg(r.year) AS a, min(r.article) AS b, max(r.article) AS c, sum(r.year) AS d
