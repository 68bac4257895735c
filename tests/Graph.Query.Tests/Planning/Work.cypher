// A node by a number that no other node has.
MATCH (p:Person {id: 303}) RETURN p.name, p.country;
// A node by its name.
MATCH (p:Person {name: 'Person One'}) RETURN p.id, p.country;
// One step from a node with many edges, both ways, along three types.
MATCH (p:Person {name: 'Person Zero'})-[:MET_WITH|CRITICIZED|SUPPORTS]-(other:Person) RETURN DISTINCT other.id, other.name;
// Two steps to a named place.
MATCH (p:Person)-[:MEMBER_OF]->(o:Organization)-[:SENT_TROOPS_TO]->(:Place {name: 'Place One'}) RETURN DISTINCT p.id, p.name;
// Who stands in the same articles of a year.
MATCH (x:Person {name: 'Person Zero'})<-[:MENTIONS]-(a:Article)-[:MENTIONS]->(e:Entity)
WHERE a.date >= '2019-01-01' AND a.date < '2020-01-01' AND e.id <> x.id
RETURN e.id, e.name, count(DISTINCT a.id) AS articles ORDER BY articles DESC, e.id LIMIT 10;
// All relations in groups of type and year.
MATCH (:Entity)-[r]->(:Entity) RETURN type(r) AS type, r.year AS year, count(*) AS relations ORDER BY type, year;
// The nodes with most edges of a type.
MATCH (:Article)-[m:MENTIONS]->(e:Entity) RETURN e.id, e.name, count(m) AS degree ORDER BY degree DESC, e.id LIMIT 20;
// Walks along a type with few edges.
MATCH (p:Person {name: 'Person Zero'})-[:MARRIED_TO*1..3]->(q:Person) RETURN count(DISTINCT q.id) AS reached;
// Walks along types with many edges.
MATCH (p:Person {name: 'Person One'})-[:MET_WITH|CRITICIZED|SUPPORTS*1..3]->(q:Person) RETURN count(DISTINCT q.id) AS reached;
// A shortest path between two nodes.
MATCH p = shortestPath((a:Person {id: 103})-[:MET_WITH|CRITICIZED|SUPPORTS*1..10]->(b:Person {id: 303})) RETURN length(p) AS length;
// A closed pattern of three edges.
MATCH (a:Person)-[:MARRIED_TO]->(b:Person)-[:LEADS]->(o:Organization)<-[:MEMBER_OF]-(a) RETURN count(*) AS triangles;
// A part of a text.
MATCH (a:Article) WHERE a.title CONTAINS 'ville 12' RETURN count(*) AS articles, min(a.id) AS first;
// The beginning of a text.
MATCH (p:Person) WHERE p.name STARTS WITH 'Kash' RETURN count(*) AS persons, min(p.id) AS first;
// The first rows of a filtered scan.
MATCH (a:Article) WHERE a.source = 'source07' AND a.lang = 'en' RETURN a.id, a.title ORDER BY a.date DESC, a.id LIMIT 20;
// Edges that need not be there, counted.
MATCH (o:Organization) WHERE o.country = 'UA' OPTIONAL MATCH (o)-[r:SENT_TROOPS_TO]->(:Place)
RETURN o.id, count(r) AS missions ORDER BY missions DESC, o.id LIMIT 20;
// From a relation to the article whose number it keeps.
MATCH (o:Organization)-[r:SENT_TROOPS_TO]->(:Place {name: 'Place Zero'}) MATCH (a:Article) WHERE a.id = r.article
RETURN o.name, a.id, a.title ORDER BY a.id LIMIT 20;
// A pattern as a condition, and one whose rows become a list.
MATCH (o:Organization) WHERE EXISTS { MATCH (o)-[:SENT_TROOPS_TO]->(:Place {name: 'Place Zero'}) }
RETURN o.name, size([(p:Person)-[:LEADS]->(o) | p.name]) AS leaders ORDER BY leaders DESC, o.name LIMIT 5;
// A node inside a searched path of which another part asks a label: searched from the few nodes that the path begins at.
MATCH (p:Person WHERE p.id < 9)(()-[:LEADS|MEMBER_OF]-()){2}(n)-[r:LEADS]-(l), (n:Person) RETURN count(*) AS paths;
// Nodes by their numbers in the graph.
MATCH (a), (b) WHERE id(a) = 103 AND id(b) IN [303, 304, 303, null] RETURN a.key, b.key ORDER BY b.key;
// Three steps from one node whose ends are compared: no step goes without the condition that its end must meet.
MATCH (a:Article)-[:MENTIONS]->(p:Person), (a)-[:MENTIONS]->(o:Organization), (a)-[:MENTIONS]->(l:Place)
WHERE p.country = o.country AND o.country = l.country RETURN p.id AS p, l.id AS l ORDER BY p, l LIMIT 5;
// Pairs by what both have in common: from one of the pair, so that its pairs are counted where they are made.
MATCH (p:Person)-[:MEMBER_OF]->(o:Organization)<-[:MEMBER_OF]-(q:Person) WHERE p.id < q.id
RETURN p.id AS p, q.id AS q, count(*) AS c ORDER BY c DESC, p, q LIMIT 3;
// A node's values of another: from the node that is grouped by, though the other ones are fewer.
MATCH (p:Person)-[:MEMBER_OF]->(o:Organization) RETURN p.name AS n, p.id AS i, count(DISTINCT o.country) AS c ORDER BY c DESC, i LIMIT 3;
// What an index finds is where to start, whatever is grouped by.
MATCH (:Person {name: 'Person Zero'})-[:MET_WITH]-(q:Person)<-[:MENTIONS]-(a:Article)-[:MENTIONS]->(:Person)-[:MEMBER_OF]->(o:Organization)<-[:MENTIONS]-(b:Article)
RETURN q.id AS q, count(DISTINCT b.lang) AS c ORDER BY c DESC, q LIMIT 3;
// Where rows are there already, the cheapest start is the best one, whatever is grouped by.
UNWIND [1, 2] AS x MATCH (p:Person)-[:MEMBER_OF]->(o:Organization) RETURN x, p.id AS i, count(DISTINCT o.country) AS c ORDER BY c DESC, x, i LIMIT 3;
// The same where a range of what they have in common is asked for: a range is tested while all are scanned.
MATCH (p:Person)-[:MEMBER_OF]->(o:Organization)<-[:MEMBER_OF]-(q:Person) WHERE p.id < q.id AND o.id > 2
RETURN p.id AS p, q.id AS q, count(*) AS c ORDER BY c DESC, p, q LIMIT 3;
// A node of any label by a name of each outer row: looked up, not found among all mentions.
UNWIND ['Person Zero', 'Place One', 'Nobody'] AS name OPTIONAL MATCH (e)<-[:MENTIONS]-(a:Article) WHERE e.name = name
RETURN name, count(a) AS c ORDER BY name;
