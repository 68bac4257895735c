// a list with a null
// peers: MATCH (a:Article) WHERE a.year = 2015 OR a.year = 2017 RETURN count(*) AS c
MATCH (a:Article) WHERE a.year IN [2015, 2017, null] RETURN count(*) AS c
