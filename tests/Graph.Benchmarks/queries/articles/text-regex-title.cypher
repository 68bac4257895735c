// reports whose number ends in two sevens
MATCH (a:Article) WHERE a.title =~ '.*report [0-9]*77' RETURN count(*) AS c
