// How many days after an article on Org 102 did the next article on it by the same source follow (sources 40 and above)?
MATCH (o:Organization {id: 102})<-[:MENTIONS]-(a:Article)
WHERE a.source >= 'source40'
MATCH (o)<-[:MENTIONS]-(b:Article)
WHERE b.source = a.source AND b.date > a.date
WITH a, min(b.date) AS next
RETURN a.source, count(*) AS followed, min(a.date) AS first, max(next) AS last ORDER BY a.source
