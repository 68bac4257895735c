// likes on the day of the message
MATCH (p:Person)-[l:LIKES]->(m:Message) WHERE l.creationDate = m.creationDate RETURN count(*) AS c
