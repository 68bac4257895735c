// Queries of a shop.

// name: Bargains :many
// What costs less than a price, dearest first.
// Only what is in stock.
MATCH (p:Goods) WHERE p.price < $price AND p.stock > 0 AND NOT p.id IN $without
RETURN p, p.title AS title, p.price AS price, p.tags AS tags ORDER BY price DESC, title;

// name: BuyersSince :many
MATCH path = (c:Customer)-[b:BOUGHT]->(p:Goods {title: $title})
WHERE b.on >= $since AND c.vip = $vip AND b.pieces > $pieces
RETURN c AS customer, b AS purchase, path, p.id, properties(c) AS everything, collect(p) AS products, b.pieces * 2 AS `class`, [1, 'a'] AS mixed;

// name: Dearest :one?
MATCH (p:Goods) RETURN p.title AS title, max(p.price) AS price, count(*) > 1 AS several ORDER BY price DESC LIMIT 1;

// name: Turnover :scalar
MATCH (:Customer {name: $`customer name`})-[b:BOUGHT]->(p:Goods)
RETURN sum(b.pieces * p.price)
;

// name: WhoBoughtWhat :many
// Node columns have the label that a pattern gives them, through every WITH.
MATCH (c:Customer) OPTIONAL MATCH (c)-[:BOUGHT]->(p:Goods)
WITH c AS buyer, p, count(*) AS times
RETURN buyer, p AS bought, times;

// name: Anything :many
MATCH (n) RETURN n AS node UNION MATCH (c:Customer) RETURN c AS node;
