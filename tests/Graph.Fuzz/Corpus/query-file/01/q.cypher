// name: MembersOf :many
// param: $since INTEGER NULL
MATCH (p:Person)-[r:MEMBER_OF]->(o) WHERE r.on >= date('2022') AND ($since IS NULL OR true) RETURN p.name, o AS body;

// name: First :one
MATCH (c:Country {key: $key}) RETURN c;
