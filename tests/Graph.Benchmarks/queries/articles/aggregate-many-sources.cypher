// people in twenty sources, by their last day in the news
MATCH (p:Person)<-[:MENTIONS]-(a:Article) WITH p, max(a.date) AS d, count(DISTINCT a.source) AS s, count(DISTINCT a.lang) AS g WHERE s >= 20 AND g = 5 RETURN d, count(*) AS n, sum(s) AS ss, min(p.name) AS nm ORDER BY d DESC LIMIT 15
