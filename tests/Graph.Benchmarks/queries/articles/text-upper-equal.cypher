// a name written in capitals
// peers: MATCH (p:Person) WHERE upper(p.name) = 'PERSON ZERO' RETURN p.id
MATCH (p:Person) WHERE toUpper(p.name) = 'PERSON ZERO' RETURN p.id
