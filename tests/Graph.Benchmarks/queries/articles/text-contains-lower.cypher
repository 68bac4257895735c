// titles by a word, whatever its case
MATCH (a:Article) WHERE toLower(a.title) CONTAINS 'army 1' RETURN count(*) AS c, max(a.id) AS m
