// pairs of articles of one source and day
MATCH (a:Article), (b:Article) WHERE a.date = b.date AND a.source = b.source AND a.id < b.id RETURN count(*) AS c
