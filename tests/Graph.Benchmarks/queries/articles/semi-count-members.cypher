// organizations with many members
MATCH (o:Organization) WHERE COUNT { MATCH (o)<-[:MEMBER_OF]-(:Person) } > 20 RETURN o.name AS n, o.id AS i ORDER BY i LIMIT 20
