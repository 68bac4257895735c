// a page of all messages by date
MATCH (m:Message) RETURN m.id AS i, m.creationDate AS d ORDER BY d DESC, i SKIP 100000 LIMIT 10
