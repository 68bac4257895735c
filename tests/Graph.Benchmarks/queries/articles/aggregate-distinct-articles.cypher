// articles and years of memberships
MATCH ()-[r:MEMBER_OF]->() RETURN count(DISTINCT r.article) AS a, count(DISTINCT r.year) AS y
