// person, organization, place along any relation
MATCH (p:Person)-->(o:Organization)-->(l:Place) RETURN count(*) AS c
