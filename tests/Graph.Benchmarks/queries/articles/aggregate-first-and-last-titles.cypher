// the first and last title in the alphabet of each source and year
MATCH (a:Article)
RETURN a.source AS source, a.year AS year, min(a.title) AS first_title, max(a.title) AS last_title, count(*) AS articles ORDER BY source, year LIMIT 20
