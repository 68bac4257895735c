// how many of each
MATCH (p:Person) WITH count(*) AS people MATCH (o:Organization) WITH people, count(*) AS organizations MATCH (l:Place) RETURN people, organizations, count(*) AS places
