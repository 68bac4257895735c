// the last by a negated number
MATCH (p:Person) RETURN p.id ORDER BY -p.id LIMIT 3
