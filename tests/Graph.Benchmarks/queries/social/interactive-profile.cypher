// a person and the city
MATCH (n:Person {id: 33})-[:IS_LOCATED_IN]->(c:Place) RETURN n.firstName, n.lastName, n.birthday, n.gender, n.browser, c.id
