MATCH (c:Custmer) RETURN c.name AS name;

// name: Twice :many
MATCH (c:Customer) RETURN c.nmae AS name;

// name: twice :one
MATCH (c:Customer)-[b:BOUGHT]->(p) RETURN b.on AS day, p.price AS price;

// name: Many
RETURN 1 AS one;

// name: 2nd :many
RETURN 2 AS two;

// name: Pair :scalar
RETURN 1 AS one, 2 AS two;

// name: Plan :many
EXPLAIN MATCH (c:Customer) RETURN c;

// name: Confused :many
MATCH (c:Customer) WHERE c.name STARTS WITH $x RETURN c.id AS id LIMIT $x;

// name: Lost :many
// name: Found :many
RETURN 3 AS three;

// name: Last :many
