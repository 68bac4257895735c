// an expression over one column
MATCH (a:Article) WHERE a.id * a.id - 3 * a.id + 2 > 1000000 RETURN count(*) AS c
