// organizations whose name begins as a place's
// peers: MATCH (o:Organization), (l:Place) WHERE substring(o.name, 1, 6) = substring(l.name, 1, 6) RETURN count(*) AS c
MATCH (o:Organization), (l:Place) WHERE substring(o.name, 0, 6) = substring(l.name, 0, 6) RETURN count(*) AS c
