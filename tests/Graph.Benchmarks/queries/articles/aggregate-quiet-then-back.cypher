// Which persons were in the news in 2015 and in 2024, and in no year between?
MATCH (p:Person)<-[:MENTIONS]-(a:Article)
WITH p, min(a.year) AS first, max(a.year) AS last, count(DISTINCT a.year) AS years, count(*) AS mentions
WHERE first = 2015 AND last = 2024 AND years = 2
RETURN p.country, count(*) AS persons, max(mentions) AS most ORDER BY persons DESC, p.country
