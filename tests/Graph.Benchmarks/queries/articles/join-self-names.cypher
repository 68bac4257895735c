// places of one name prefix and one country, each pair once
// peers: MATCH (a:Place), (b:Place) WHERE substring(a.name, 1, 5) = substring(b.name, 1, 5) AND a.country = b.country AND a.id < b.id RETURN count(*) AS c
MATCH (a:Place), (b:Place) WHERE substring(a.name, 0, 5) = substring(b.name, 0, 5) AND a.country = b.country AND a.id < b.id RETURN count(*) AS c
