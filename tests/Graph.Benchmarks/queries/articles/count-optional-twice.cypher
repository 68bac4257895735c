// memberships, visits and meetings, each distinct
MATCH (p:Person) WHERE p.country = 'EG'
OPTIONAL MATCH (p)-[:MEMBER_OF]->(o:Organization) OPTIONAL MATCH (p)-[:VISITED]->(l:Place)
RETURN count(DISTINCT p.id) AS a, count(DISTINCT o.id) AS b, count(DISTINCT l.id) AS c
