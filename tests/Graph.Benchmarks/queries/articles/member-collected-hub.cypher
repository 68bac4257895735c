// people who met members of one organization
MATCH (o:Organization {id: 400})<-[:MEMBER_OF]-(p:Person) WITH collect(p.id) AS ids MATCH (q:Person)-[:MET_WITH]->(x:Person) WHERE x.id IN ids RETURN count(DISTINCT q.id) AS c
