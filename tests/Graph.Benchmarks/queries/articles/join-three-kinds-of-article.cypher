// Articles that state a birth, a meeting and a membership at once: by source.
MATCH (:Person)-[b:BORN_IN]->(l:Place), (:Person)-[m:MET_WITH]->(:Person), (:Person)-[g:MEMBER_OF]->(o:Organization)
WHERE b.article = m.article AND m.article = g.article
MATCH (a:Article) WHERE a.id = b.article
RETURN a.source, count(DISTINCT a.id) AS articles, min(a.date) AS first ORDER BY articles DESC, a.source LIMIT 20
