// two steps of any type to a place in one country
MATCH (p:Person)-->(x)-->(l:Place) WHERE l.country = 'FR' RETURN count(*) AS c
