// a text put together
MATCH (a:Article) WHERE a.source + '/' + a.lang = 'source05/fr' RETURN count(*) AS c
