// Which days have most articles, and what did they report: meetings, attacks and sanctions?
MATCH (a:Article)
WITH a.date AS day, count(*) AS articles
ORDER BY articles DESC, day LIMIT 15
OPTIONAL MATCH (:Person)-[m:MET_WITH]->(:Person) WHERE m.date = day
WITH day, articles, count(m.article) AS meetings
OPTIONAL MATCH (:Organization)-[t:ATTACKED]->(:Place) WHERE t.date = day
RETURN day, articles, meetings, count(t.article) AS attacks ORDER BY articles DESC, day
