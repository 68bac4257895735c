// a name's end, whatever its case
MATCH (p:Person) WHERE toLower(p.name) ENDS WITH 'son 303' RETURN p.id
