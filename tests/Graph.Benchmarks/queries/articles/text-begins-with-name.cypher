// How many titles begin with the name of one of the forty persons best known, and which are the last such articles?
MATCH (p:Person) WHERE p.id < 70
MATCH (a:Article) WHERE a.title STARTS WITH p.name
RETURN p.id, p.name, count(*) AS titles, max(a.id) AS last ORDER BY titles DESC, p.id
