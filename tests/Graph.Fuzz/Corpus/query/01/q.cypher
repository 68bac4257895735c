// name: A :many
MATCH p = ANY SHORTEST (a:Person {key: 'massimov'})-[]-{1,6}(b:City {key: 'osh'}) RETURN [n IN nodes(p) | coalesce(n.name, n.title)] AS path;
:help
PROFILE MATCH (a)-[r:ATTACKED]->(b) WHERE within(r.on, date('2022-01')) RETURN a.name, sentence(r), sources(r);
EXPLAIN VERBOSE MATCH (x:Actor&!Place)-[r:LEADS]->(o) RETURN x, quote(r);
CALL graph.pageRank({labels: ['Country']}) YIELD node, score RETURN node.name, score ORDER BY score DESC LIMIT 5;
SHOW FUNCTIONS
