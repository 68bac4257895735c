// titles by how they begin
MATCH (a:Article) RETURN left(a.title, 4) AS t, count(*) AS c ORDER BY c DESC, t LIMIT 10
