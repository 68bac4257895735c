// titles without a word
MATCH (a:Article) WHERE NOT a.title CONTAINS 'son' AND a.lang = 'ar' RETURN count(*) AS c
