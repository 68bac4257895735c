// classes by a CASE
MATCH (a:Article) RETURN CASE WHEN a.year < 2018 THEN 'early' WHEN a.year < 2022 THEN 'middle' ELSE 'late' END AS class, count(*) AS c ORDER BY class
