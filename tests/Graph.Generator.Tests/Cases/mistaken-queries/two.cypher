// name: Found :many
MATCH (c:Customer RETURN c;
// name: Pair :many
RETURN 1 AS one;
