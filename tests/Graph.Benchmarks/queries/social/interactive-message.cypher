// one message by number
MATCH (m:Message {id: 15000}) RETURN m.creationDate, m.content
