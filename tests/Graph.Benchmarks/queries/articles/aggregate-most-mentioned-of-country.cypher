// the most mentioned organization of each country
MATCH (o:Organization)<-[m:MENTIONS]-(:Article)
WITH o, count(m) AS mentions
WITH o.country AS country, max(mentions) AS most MATCH (q:Organization {country: country})<-[n:MENTIONS]-(:Article)
WITH country, most, q, count(n) AS mentions WHERE mentions = most
RETURN country, q.name AS name, most ORDER BY most DESC, country LIMIT 12
