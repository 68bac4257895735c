// titles that fit an expression that ignores case
MATCH (a:Article) WHERE a.title =~ '(?i).*ZANSON [0-9]{2,3} and .*ville.*'
RETURN a.year AS year, count(*) AS articles ORDER BY year
