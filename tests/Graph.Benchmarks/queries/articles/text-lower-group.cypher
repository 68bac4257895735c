// places by country in small letters
MATCH (n:Place) RETURN toLower(n.country) AS c, count(*) AS n, min(n.name) AS m ORDER BY c
