using System.Collections;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Graph.Generator.Tests.Compiled;

/// <summary>Each case is a query with one column and the type that it has in C#. All are compiled once, and each is run.</summary>
public sealed class NullabilityTests(NullabilityTests.Library library) : IClassFixture<NullabilityTests.Library>
{
    private const string Schema = """
        CREATE GRAPH TYPE Films AS {
          (:Person => {key STRING NOT NULL, name STRING NOT NULL, born DATE, height FLOAT}),
          (:Movie => {key STRING NOT NULL, title STRING NOT NULL, released INTEGER, tags LIST<STRING>, kinds LIST<STRING> NOT NULL}),
          (:Person)-[:ACTED_IN {part STRING NOT NULL, fee INTEGER}]->(:Movie),
          (:Person)-[:DIRECTED]->(:Movie)
        }
        """;

    private static readonly (string Query, string Type)[] Cases =
    [
        ("MATCH (p:Person) RETURN p.name AS x", "string"),
        ("MATCH (p:Person) RETURN p.born AS x", "PartialDate?"),
        ("MATCH (p:Person) RETURN p.height AS x", "double?"),
        ("MATCH (n) RETURN n.key AS x", "string"),
        ("MATCH (n:Person|Movie) RETURN n.key AS x", "string"),
        ("MATCH (n) RETURN n.name AS x", "string?"),
        ("MATCH (p:Person) RETURN p AS x", "Person"),
        ("MATCH (n) RETURN n AS x", "AnyNode"),
        ("MATCH (p:Person) OPTIONAL MATCH (p)-[:ACTED_IN]->(m:Movie) RETURN m AS x", "Movie?"),
        ("MATCH (p:Person) OPTIONAL MATCH (p)-[:ACTED_IN]->(m:Movie) RETURN m.title AS x", "string?"),
        ("MATCH (p:Person) OPTIONAL MATCH (p)-[:ACTED_IN]->(m:Movie) RETURN p.name AS x", "string"),
        ("MATCH (p:Person) OPTIONAL MATCH (p)-[:ACTED_IN]->(m:Movie) WITH m WHERE m IS NOT NULL RETURN m.title AS x", "string"),
        ("MATCH (p:Person) OPTIONAL MATCH (p)-[:ACTED_IN]->(m:Movie) MATCH (m)<-[:DIRECTED]-(d) RETURN m.title AS x", "string"),
        ("MATCH (p:Person) OPTIONAL MATCH (p)-[r:ACTED_IN]->(m) RETURN r AS x", "AnyEdge?"),
        ("MATCH (p:Person)-[r:ACTED_IN]->(m) RETURN r AS x", "AnyEdge"),
        ("MATCH (p:Person)-[r:ACTED_IN]->(m) RETURN r.part AS x", "string"),
        ("MATCH (p:Person)-[r:ACTED_IN|DIRECTED]->(m) RETURN r.part AS x", "string?"),
        ("MATCH (p:Person)-[r:ACTED_IN]->(m) RETURN r.fee AS x", "long?"),
        ("MATCH (p:Person)-[r:ACTED_IN]->(m) WHERE r.fee > 1 RETURN r.fee AS x", "long"),
        ("MATCH (p:Person) WHERE p.born IS NOT NULL RETURN p.born AS x", "PartialDate"),
        ("MATCH (p:Person {height: 1.8}) RETURN p.height AS x", "double"),
        ("MATCH (p:Person) RETURN count(*) AS x", "long"),
        ("MATCH (p:Person) RETURN count(p.born) AS x", "long"),
        ("MATCH (p:Person) RETURN max(p.name) AS x", "string?"),
        ("MATCH (p:Person) RETURN p.born AS born, max(p.name) AS x", "string"),
        ("MATCH (p:Person) RETURN p.name AS name, min(p.height) AS x", "double?"),
        ("MATCH (p:Person) RETURN sum(p.height) AS x", "double"),
        ("MATCH (p:Person) RETURN avg(p.height) AS x", "double?"),
        ("MATCH (p:Person) RETURN collect(p.born) AS x", "TypedList<PartialDate>"),
        ("MATCH (p:Person) RETURN collect(p) AS x", "TypedList<Person>"),
        ("MATCH (p:Person) RETURN size(p.name) AS x", "long"),
        ("MATCH (p:Person) RETURN labels(p) AS x", "TypedList<string>"),
        ("MATCH (p:Person)-[r]->() RETURN type(r) AS x", "string"),
        ("MATCH (p:Person) RETURN EXISTS { (p)-[:ACTED_IN]->() } AS x", "bool"),
        ("MATCH (p:Person) RETURN p.born IS NULL AS x", "bool"),
        ("MATCH (p:Person) RETURN p.height > 1.5 AS x", "bool?"),
        ("MATCH (p:Person) RETURN p.name = 'x' AS x", "bool"),
        ("MATCH (p:Person) WHERE p.height IN [1.8, null] RETURN p.height AS x", "double"),
        ("MATCH (m:Movie) WHERE 'drama' IN m.tags RETURN m.tags AS x", "TypedList<string>"),
        ("MATCH (p:Person) WHERE NOT p.height IN [] RETURN p.height AS x", "double?"),
        ("MATCH (p:Person) WHERE (p.height IN []) = false RETURN p.height AS x", "double?"),
        ("MATCH (p:Person) WHERE p.height IN [] IS NOT NULL RETURN p.height AS x", "double?"),
        ("MATCH (p:Person)-[r]->() RETURN r < r AS x", "bool?"),
        ("MATCH (p:Person) RETURN p >= p AS x", "bool?"),
        ("MATCH (p:Person) RETURN p = p AS x", "bool"),
        ("RETURN date({date: date('1990'), day: 3}) AS x", "PartialDate?"),
        ("RETURN date('1990') AS x", "PartialDate"),
        ("RETURN date('2020/2022').year AS x", "long?"),
        ("RETURN date('2020/2022').start AS x", "PartialDate"),
        ("RETURN date('2020/2022').end.year AS x", "long"),
        ("RETURN date('2020/2022').precision AS x", "string"),
        ("RETURN toUpper($given) AS x", "string"),
        ("RETURN size($any) AS x", "long?"),
        ("MATCH (p:Person) RETURN valueType(p.height) AS x", "string"),
        ("MATCH (p:Person) RETURN p.height IS :: FLOAT NOT NULL AS x", "bool"),
        ("MATCH (p:Person) RETURN coalesce(p.height, 0.0) AS x", "double"),
        ("MATCH (p:Person) RETURN CASE WHEN p.height > 2 THEN 'tall' END AS x", "string?"),
        ("MATCH (p:Person) RETURN CASE WHEN p.height > 2 THEN 'tall' ELSE 'small' END AS x", "string"),
        ("MATCH (m:Movie) RETURN m.tags AS x", "TypedList<string>?"),
        ("MATCH (m:Movie) RETURN m.kinds AS x", "TypedList<string>"),
        ("UNWIND [1, null] AS i RETURN i AS x", "long?"),
        ("UNWIND [1, 2] AS i RETURN i AS x", "long"),
        ("RETURN [1, null] AS x", "TypedList<long?>"),
        ("MATCH (p:Person) RETURN [q IN collect(p.height) | q * 2] AS x", "TypedList<double>"),
        ("MATCH (p:Person) RETURN [(p)-[:ACTED_IN]->(m:Movie) | m.title] AS x", "TypedList<string>"),
        ("MATCH (p:Person) RETURN head(collect(p.name)) AS x", "string?"),
        ("MATCH path = (p:Person)-->(m) RETURN path AS x", "AnyPath"),
        ("MATCH (p:Person) RETURN p.born.year AS x", "long?"),
        ("MATCH (p:Person) RETURN toInteger(p.name) AS x", "long?"),
        ("MATCH (p:Person) RETURN 'a' + p.name AS x", "string"),
        ("MATCH (p:Person) RETURN p.name AS x UNION MATCH (p:Person) RETURN 'a' AS x", "string"),
        ("MATCH (m:Movie) RETURN m.title AS x UNION MATCH (p:Person) RETURN null AS x", "string?"),
        ("MATCH (p:Person) RETURN $given AS x", "Value"),
        ("MATCH (p:Person) WHERE p.name = $given RETURN {a: 1} AS x", "MapValue"),
        ("MATCH (p:Person) RETURN COUNT { (p)-->() } AS x", "long"),
        ("MATCH (p:Person) RETURN COLLECT { MATCH (p)-[:ACTED_IN]->(m:Movie) RETURN m.title } AS x", "TypedList<string>"),
        ("MATCH (p:Person) RETURN COLLECT { MATCH (p)-[:ACTED_IN]->(m:Movie) RETURN m.released } AS x", "TypedList<long?>"),
        ("MATCH (p:Person) WITH p, COLLECT { MATCH (p)-->(m) WHERE p.height > 1 RETURN 1 } AS ones RETURN p.height AS x", "double?"),
        ("MATCH (p:Person) RETURN elementId(p) AS x", "string"),
        ("MATCH (p:Person) WHERE p.height > 1 OR p.height < 0 RETURN p.height AS x", "double"),
        ("MATCH (p:Person) WHERE p.height > 1 OR p.name = 'a' RETURN p.height AS x", "double?"),
        ("MATCH (p:Person) WHERE NOT p.height IS NULL RETURN p.height AS x", "double"),
        ("MATCH (p:Person) WHERE NOT (p.height IS NULL OR p.born IS NULL) RETURN p.born AS x", "PartialDate"),
        ("MATCH (p:Person) WHERE NOT (p.height IS NULL AND p.born IS NULL) RETURN p.born AS x", "PartialDate?"),
        ("MATCH (p:Person) WHERE NOT p.height > 1 RETURN p.height AS x", "double"),
        ("MATCH (p:Person) WHERE p.height + 1 > 1 RETURN p.height AS x", "double"),
        ("MATCH (p:Person) WHERE p.height IN [1.8] RETURN p.height AS x", "double"),
        ("MATCH (m:Movie) WHERE 'x' IN m.tags RETURN m.released AS x", "long?"),
        ("MATCH (p:Person) CALL (p) { MATCH (p)-[:ACTED_IN]->(m:Movie) RETURN m } RETURN m AS x", "Movie"),
        ("MATCH (p:Person) CALL (p) { MATCH (p)-[:ACTED_IN]->(m:Movie) RETURN m } RETURN m.title AS x", "string"),
        ("MATCH (p:Person) CALL (p) { OPTIONAL MATCH (p)-[:ACTED_IN]->(m:Movie) RETURN m } RETURN m AS x", "Movie?"),
        ("MATCH (p:Person) OPTIONAL CALL (p) { MATCH (p)-[:ACTED_IN]->(m:Movie) RETURN m } RETURN m.title AS x", "string?"),
        ("MATCH (p:Person) CALL (p) { MATCH (p)-[:ACTED_IN]->(m:Movie) RETURN count(m) AS c } RETURN c AS x", "long"),
        ("MATCH (p:Person) RETURN p{.name, .height} AS x", "MapValue"),
        ("OPTIONAL MATCH (p:Person {name: 'nobody'}) RETURN p{.name} AS x", "MapValue?"),
        ("MATCH (p:Person) RETURN p.name || p.name AS x", "string"),
        ("MATCH (p:Person) RETURN toFloat(size(p.name)) AS x", "double"),
        ("MATCH (p:Person) RETURN toFloat(p.name) AS x", "double?"),
        ("MATCH (p) WHERE p:Person RETURN p AS x", "Person"),
        ("MATCH (p) WITH p WHERE p:Person AND p.name <> '' RETURN p AS x", "Person"),
        ("MATCH (p) WHERE p:Person OR p:Movie RETURN p AS x", "AnyNode"),
        ("OPTIONAL MATCH (p:Person) RETURN count(p) AS x", "long"),
        ("MATCH (m:Movie) UNWIND m.tags AS tag RETURN tag AS x", "string"),
        ("MATCH (p:Person) LET h = p.height FILTER h > 1 RETURN h AS x", "double"),
        ("MATCH (p:Person) RETURN CASE WHEN p.height IS NULL THEN 0.0 ELSE p.height END AS x", "double"),
        ("MATCH (p:Person) RETURN CASE WHEN p.height IS NOT NULL THEN p.height ELSE 0.0 END AS x", "double"),
        ("MATCH (p:Person) RETURN CASE WHEN NOT p.height IS NOT NULL THEN 0.0 ELSE p.height END AS x", "double"),
        ("MATCH (p:Person) RETURN CASE WHEN p.height > 1 THEN p.height ELSE 0.0 END AS x", "double"),
        ("MATCH (p:Person) RETURN CASE WHEN p.height < 1 THEN 0.0 ELSE p.height END AS x", "double?"),
        ("MATCH (p:Person) RETURN CASE WHEN p.height IS NULL OR p.born IS NULL THEN 0.0 ELSE p.height END AS x", "double"),
        ("MATCH (p:Person) RETURN CASE WHEN p.height IS NULL AND p.born IS NULL THEN 0.0 ELSE p.height END AS x", "double?"),
        ("MATCH (p:Person) RETURN CASE WHEN p.born IS NULL THEN 0.0 WHEN p.height IS NULL THEN 1.0 ELSE p.height END AS x", "double"),
        ("MATCH (p:Person) RETURN CASE WHEN p.height IS NULL THEN 1 WHEN p.height IS NOT NULL THEN 2 END AS x", "long"),
        ("MATCH (p:Person) RETURN CASE p.height WHEN 1.8 THEN 'a' ELSE 'b' END AS x", "string"),
        ("MATCH (p:Person) RETURN CASE p.height WHEN IS NULL THEN 'a' ELSE p.name END AS x", "string"),
        ("MATCH (p:Person) RETURN CASE WHEN p.height IS NULL THEN null ELSE 'b' END AS x", "string?"),
        ("MATCH (n) RETURN CASE WHEN n:Person THEN n.name ELSE '' END AS x", "string"),
        ("MATCH (p:Person) WITH p, CASE WHEN p.height IS NULL THEN 0.0 ELSE p.height END AS h RETURN p.height AS x", "double?"),
        ("MATCH (p:Person) RETURN coalesce(p.height, toFloat(p.name), 1.0) AS x", "double"),
        ("MATCH (p:Person) RETURN coalesce(p.height, toFloat(p.name)) AS x", "double?"),
        ("MATCH (m:Movie) RETURN coalesce(m.tags, ['a', null]) AS x", "TypedList<string?>"),
        ("MATCH (m:Movie) RETURN coalesce(m.tags, ['a']) AS x", "TypedList<string>"),
        ("MATCH (p:Person) RETURN p.height IS NOT NULL AND p.height > 1 AS x", "bool"),
        ("MATCH (p:Person) RETURN p.height IS NULL OR p.height > 1 AS x", "bool"),
        ("MATCH (p:Person) RETURN p.height IS NULL AND p.height > 1 AS x", "bool?"),
        ("MATCH (p:Person) RETURN p.height IS NOT NULL OR p.height > 1 AS x", "bool?"),
        ("MATCH (p:Person) RETURN p.height IS NOT NULL XOR p.height > 1 AS x", "bool?"),
        ("MATCH (p:Person) RETURN p.born IS NOT NULL AND p.height > 1 AS x", "bool?"),
        ("MATCH (p:Person) RETURN p.height > 1 AND p.height IS NOT NULL AS x", "bool"),
        ("MATCH (p:Person) RETURN p.height IS NOT NULL AND p.height > 1 AS known, p.height > 1 AS x", "bool?"),
        ("MATCH (p:Person) WITH collect(p) AS all RETURN [q IN all WHERE q.height IS NOT NULL | q.height] AS x", "TypedList<double>"),
        ("MATCH (p:Person) WITH collect(p) AS all RETURN [q IN all | q.height] AS x", "TypedList<double?>"),
        ("RETURN [i IN [1, null] WHERE i IS NOT NULL] AS x", "TypedList<long>"),
        ("RETURN [i IN [1, null] WHERE i > 0 | i + 1] AS x", "TypedList<long>"),
        ("RETURN head([1, 2]) AS x", "long"),
        ("RETURN [1, 2][-1] AS x", "long"),
        ("RETURN [1, null][1] AS x", "long?"),
        ("RETURN [1, 2][2] AS x", "long?"),
        ("MATCH (m:Movie) RETURN head(m.kinds) AS x", "string?"),
        ("MATCH (p:Person) RETURN p.name AS name, head(collect(p.key)) AS x", "string"),
        ("MATCH (p:Person) RETURN p.name AS name, head(collect(p.height)) AS x", "double?"),
        ("MATCH (p:Person) RETURN p.name AS name, last(reverse(collect(p.key) + 'a')) AS x", "string"),
        ("MATCH path = (p:Person)-->(m) RETURN head(nodes(path)) AS x", "AnyNode"),
        ("MATCH path = (p:Person)-->(m) RETURN last(nodes(path)).key AS x", "string"),
        ("MATCH path = (p:Person)-[*0..1]->(m) RETURN head(relationships(path)) AS x", "AnyEdge?"),
        ("MATCH (p:Person)-[r]->() RETURN startNode(r).key AS x", "string"),
        ("MATCH (p:Person)-[r]->() RETURN startNode(r).name AS x", "string?"),
        ("MATCH (p:Person)-[r]->() RETURN r.part AS x", "string?"),
        ("MATCH (p:Person) RETURN exists(p.height) AS x", "bool"),
        ("MATCH (p:Person) RETURN isEmpty(p.name) AS x", "bool"),
        ("MATCH (p:Person) RETURN upper(p.name) + btrim(p.key) AS x", "string"),
        ("MATCH (p:Person) RETURN sinh(1.0) + ln(2.0) + ceiling(size(p.name) / 2.0) AS x", "double"),
        ("RETURN isNaN(0.0 / 0.0) AS x", "bool"),
        ("RETURN date('2022') = date('2022-01') AS x", "bool"),
        ("RETURN date('2022') < date('2022-01') AS x", "bool?"),
        ("RETURN within(date('2022'), date('2022-01')) AS x", "bool"),
        ("RETURN overlaps(date('2022'), date('2022-01')) AS x", "bool"),
        ("RETURN date('2022') IN [date('2022-01')] AS x", "bool"),
        ("MATCH (m:Movie) RETURN m.kinds = ['x'] AS x", "bool"),
        ("MATCH (m:Movie) RETURN m.tags = ['x'] AS x", "bool?"),
        ("RETURN [1, null] = [1, 2] AS x", "bool?"),
        ("RETURN toBoolean(true) AS x", "bool"),
        ("RETURN toBoolean('x') AS x", "bool?"),
        ("RETURN toIntegerOrNull(1e300) AS x", "long?"),
        ("RETURN toIntegerOrNull(3) AS x", "long"),
        ("RETURN toSet([1, 1]) AS x", "TypedList<long>"),
        ("MATCH (p:Person) RETURN stDev(p.height) AS x", "double"),
        ("MATCH (p:Person) RETURN percentileCont(p.height, 0.5) AS x", "double?"),
        ("MATCH (p:Person) RETURN p.name AS name, percentileDisc(size(p.key), 0.5) AS x", "long"),
        ("MATCH (p:Person) WHERE p.name = $given RETURN $given AS x", "string"),
        ("MATCH (m:Movie) RETURN coalesce(m.tags, []) AS x", "TypedList<string>"),
        ("MATCH (m:Movie) RETURN coalesce(m.tags, m.kinds, ['a']) AS x", "TypedList<string>"),
        ("MATCH (m:Movie) RETURN coalesce(m.tags, [1]) AS x", "TypedList<Value>"),
        ("MATCH (m:Movie) RETURN coalesce(m.title, 1) AS x", "Value"),
        ("MATCH (m:Movie) RETURN CASE WHEN m.released > 1 THEN [] ELSE m.kinds END AS x", "TypedList<string>"),
        ("RETURN [1, 2.5] AS x", "TypedList<double>"),
        ("RETURN [] AS x", "TypedList<Value>"),
        ("RETURN {a: 1}.a AS x", "long"),
        ("RETURN {a: 1, a: 'x'}.a AS x", "string"),
        ("RETURN {a: {b: [1]}}.a.b AS x", "TypedList<long>"),
        ("RETURN {a: 1}['a'] AS x", "long"),
        ("RETURN {a: 1}.b AS x", "Value"),
        ("MATCH (p:Person) RETURN p{.height, .name}.name AS x", "string"),
        ("MATCH (p:Person) RETURN p{.height, .name}.height AS x", "double?"),
        ("MATCH (p:Person) RETURN p{.*, extra: 1}.extra AS x", "long"),
        ("OPTIONAL MATCH (p:Person {name: 'nobody'}) RETURN p{.name}.name AS x", "string?"),
        ("OPTIONAL MATCH (p:Person {name: 'nobody'}) RETURN p{.*, extra: 1}.extra AS x", "long?"),
        ("MATCH (p:Person) WITH {n: p.name, h: p.height} AS m RETURN m.n AS x", "string"),
        ("MATCH (p:Person) WITH {n: p.name, h: p.height} AS m RETURN m.h AS x", "double?"),
        ("MATCH (p:Person) WITH {h: p.height} AS m WHERE m.h > 1 RETURN m.h AS x", "double"),
        ("MATCH (p:Person) WITH collect({n: p.name, h: p.height}) AS all UNWIND all AS m RETURN m.n AS x", "string"),
        ("MATCH (p:Person) WITH collect({n: p.name, h: p.height}) AS all UNWIND all AS m RETURN m.h AS x", "double?"),
        ("MATCH (p:Person) RETURN [m IN collect(p{.name}) | m.name] AS x", "TypedList<string>"),
        ("MATCH (p:Person) RETURN CASE WHEN p.height > 1 THEN {a: 1, b: 2} ELSE {a: 'x'} END AS x", "MapValue"),
        ("MATCH (p:Person) RETURN CASE WHEN p.height > 1 THEN {a: 1, b: 2} ELSE {a: null, c: 3} END.a AS x", "long?"),
        ("MATCH (p:Person) RETURN CASE WHEN p.height > 1 THEN {a: 1, b: 2} ELSE {a: null, c: 3} END.b AS x", "Value"),
        ("MATCH (p:Person) RETURN collect({a: p.name}) AS x", "TypedList<MapValue>"),
        ("MATCH (p:Person) RETURN collect(properties(p)) AS x", "TypedList<MapValue>"),
        ("RETURN [{a: 1}, null] AS x", "TypedList<MapValue?>"),
        ("RETURN [[1], [2, 3]] AS x", "TypedList<TypedList<long>>"),
        ("RETURN [[1], [2, null], null] AS x", "TypedList<TypedList<long?>?>"),
        ("RETURN [[], [1]] AS x", "TypedList<TypedList<long>>"),
        ("RETURN [[[1]], [['a']]] AS x", "TypedList<TypedList<TypedList<Value>>>"),
        ("MATCH (m:Movie) RETURN collect(m.kinds) AS x", "TypedList<TypedList<string>>"),
        ("MATCH (m:Movie) RETURN [k IN m.kinds | [l IN m.kinds | k + l]] AS x", "TypedList<TypedList<string>>"),
        ("MATCH (m:Movie) RETURN [k IN m.kinds | [k, m.released]] AS x", "TypedList<TypedList<Value>>"),
        ("MATCH (m:Movie) RETURN [k IN m.kinds | m.tags] AS x", "TypedList<TypedList<string>?>"),
        ("RETURN [[1], [2]][0] AS x", "TypedList<long>"),
        ("RETURN [[1], [2]][1] AS x", "TypedList<long>?"),
        ("RETURN [[1, 2]][0][0] AS x", "long"),
        ("MATCH (m:Movie) UNWIND [m.kinds, ['a']] AS kinds RETURN kinds AS x", "TypedList<string>"),
        ("MATCH (m:Movie) RETURN reduce(n = 0, k IN m.kinds | n + size(k)) AS x", "long"),
        ("MATCH (m:Movie) RETURN reduce(n = 0, k IN m.tags | n + size(k)) AS x", "long?"),
        ("MATCH (m:Movie) RETURN reduce(t = '', k IN m.kinds | t + k) AS x", "string"),
        ("RETURN reduce(n = 0, i IN [1, 2.5] | n + i) AS x", "double"),
        ("RETURN reduce(n = 0, i IN [1, null] | n + i) AS x", "long?"),
        ("RETURN reduce(n = null, i IN [1, 2] | i) AS x", "long?"),
        ("MATCH (m:Movie) RETURN reduce(l = [], k IN m.kinds | l + k) AS x", "TypedList<string>"),
        ("MATCH (m:Movie) RETURN reduce(l = [], k IN m.kinds | [l]) AS x", "Value"),
        ("RETURN reduce(l = [1], i IN [1, 2] | CASE WHEN size(l) = 1 THEN [] ELSE [l[0]] END) AS x", "TypedList<long?>"),
        ("RETURN reduce(m = {a: 1}, i IN [1, 2] | {a: m.a + i}).a AS x", "long"),
        ("RETURN reduce(n = 0, i IN [1] | n + reduce(o = 0, j IN [i] | o + j)) AS x", "long"),
        ("MATCH (p:Person) RETURN [(p)-[:ACTED_IN]->(m:Movie) | m] AS x", "TypedList<Movie>"),
        ("MATCH (p:Person) RETURN [path = (p)-->() | path] AS x", "TypedList<AnyPath>"),
        ("MATCH (p:Person) RETURN COLLECT { MATCH (p)-->(m:Movie) RETURN m } AS x", "TypedList<Movie>"),
        ("MATCH (p:Person) RETURN coalesce(p, null) AS x", "Person"),
        ("MATCH (p:Person) RETURN head(collect(p)) AS x", "Person?"),
        ("MATCH (p:Person) WITH collect(p) AS all UNWIND all AS q RETURN q AS x", "Person"),
        ("MATCH (p:Person) WITH [p, p] AS both RETURN both[0] AS x", "Person"),
        ("MATCH (p:Person)-->(m:Movie) RETURN [p, m] AS x", "TypedList<AnyNode>"),
        ("MATCH (p:Person) RETURN p AS x UNION MATCH (p:Person) RETURN p AS x", "Person"),
        ("MATCH (p:Person) RETURN p AS x UNION MATCH (m:Movie) RETURN m AS x", "AnyNode"),
        ("MATCH (p) CALL (p) { MATCH (p:Person) RETURN count(*) AS c } RETURN p AS x", "AnyNode"),
        ("MATCH (p) CALL (p) { WITH p WHERE p:Person RETURN count(*) AS c } RETURN p AS x", "AnyNode"),
        ("MATCH (p:Person) ((a:Person)-[:ACTED_IN]->(b)){1,2} (c) RETURN a AS x", "TypedList<Person>"),
        ("MATCH (p:Person) RETURN max([p.name]) AS x", "TypedList<string>?"),
        ("UNWIND [{a: 1}, {a: 2}] AS row RETURN row.a AS x", "long"),
        ("UNWIND [{a: 1}, {a: null}] AS row RETURN row.a AS x", "long?"),
        ("UNWIND [{a: 1}, {b: 2}] AS row RETURN row.a AS x", "Value"),
        ("UNWIND [{a: 1}, null] AS row RETURN row.a AS x", "long?"),
        ("LET m = {a: 1} RETURN m.a AS x", "long"),
        ("MATCH (p:Person) WHERE NOT (p.height IS NOT NULL AND p.height > 1) RETURN p.height AS x", "double?"),
        ("MATCH (p:Person) RETURN p['name'] AS x", "string"),
        ("MATCH (p:Person) RETURN p['height'] AS x", "double?"),
        ("MATCH (p:Person) RETURN p['na' + 'me'] AS x", "Value"),
        ("MATCH (p:Person) WITH 'name' AS key, p RETURN p[key] AS x", "Value"),
        ("MATCH (m:Movie) RETURN m['kinds'] AS x", "TypedList<string>"),
        ("MATCH (m:Movie) RETURN m['tags'] AS x", "TypedList<string>?"),
        ("MATCH (m:Movie) RETURN m['kinds'] + 'x' AS x", "TypedList<string>"),
        ("MATCH (m:Movie) RETURN m['title'] + 'x' AS x", "string"),
        ("MATCH (n) RETURN n['name'] AS x", "string?"),
        ("MATCH (n) RETURN n['key'] AS x", "string"),
        ("MATCH (p:Person)-[r:ACTED_IN]->() RETURN r['part'] AS x", "string"),
        ("MATCH (p:Person)-[r]->() RETURN r['fee'] AS x", "long?"),
        ("MATCH (p:Person) RETURN properties(p).name AS x", "string"),
        ("MATCH (p:Person) RETURN properties(p).height AS x", "double?"),
        ("MATCH (p:Person) RETURN properties(p)['name'] AS x", "string"),
        ("MATCH (m:Movie) RETURN properties(m).kinds AS x", "TypedList<string>"),
        ("RETURN properties({a: 1}).a AS x", "long"),
        ("MATCH (p:Person) OPTIONAL MATCH (p)-[:ACTED_IN]->(m:Movie) RETURN properties(m).title AS x", "string?"),
        ("MATCH (p:Person) OPTIONAL MATCH (p)-[:ACTED_IN]->(m:Movie) RETURN m['title'] AS x", "string?"),
        ("MATCH (p:Person) WITH head(collect(p)) AS p RETURN p['name'] AS x", "string?"),
        ("MATCH (p:Person) WHERE p['height'] > 1 RETURN p.height AS x", "double"),
        ("MATCH (p:Person) WHERE p.height > 1 RETURN p['height'] AS x", "double"),
        ("MATCH (p:Person) WHERE properties(p).height > 1 RETURN p.height AS x", "double"),
        ("MATCH (p:Person) WITH {h: p.height} AS m WHERE m['h'] > 1 RETURN m.h AS x", "double"),
        ("MATCH (p:Person) WHERE p.born.year > 1900 RETURN p.born.year AS x", "long"),
        ("MATCH (p:Person) WHERE p.born.year > 1900 RETURN p.born AS x", "PartialDate"),
        ("MATCH (p:Person) WHERE p.born.year > 1900 RETURN p.born.month AS x", "long?"),
        ("MATCH (p:Person) WHERE p.born.year > 1900 WITH p AS q RETURN q.born.year AS x", "long"),
        ("MATCH (p:Person) WHERE p.born.year > 1900 WITH p.born AS b RETURN b.year AS x", "long?"),
        ("MATCH (p:Person) WITH p.born AS b WHERE b.year > 1900 RETURN b.year AS x", "long"),
        ("MATCH (p:Person) WHERE p.born IS NOT NULL RETURN p.born.year AS x", "long?"),
        ("MATCH (p:Person) WITH {d: {h: p.height}} AS m WHERE m.d.h > 1 RETURN m.d.h AS x", "double"),
        ("MATCH (p:Person) WITH {d: {h: p.height}} AS m WHERE m.d.h > 1 RETURN m['d']['h'] AS x", "double"),
        ("MATCH (m:Movie) WHERE m.tags[0] ~= 'x' RETURN m.title AS x", "string"),
        ("MATCH (p:Person) OPTIONAL MATCH (p)-->(m:Movie) WITH m WHERE m.title ~= 'm' RETURN m AS x", "Movie"),
        ("MATCH (p:Person) OPTIONAL MATCH (p)--(n) WITH n WHERE n.name ~= 'm' RETURN n AS x", "AnyNode"),
        ("MATCH (p:Person) OPTIONAL MATCH (p)--(n) WITH n WHERE n.name ~= 'm' RETURN n.name AS x", "string?"),
        ("MATCH (p:Person) WHERE (p.height > 1) IS TRUE RETURN p.height AS x", "double"),
        ("MATCH (p:Person) WHERE (p.height > 1) IS FALSE RETURN p.height AS x", "double"),
        ("MATCH (p:Person) WHERE (p.height > 1) IS NOT TRUE RETURN p.height AS x", "double?"),
        ("MATCH (p:Person) WHERE (p.height > 1) IS UNKNOWN RETURN p.height AS x", "double?"),
        ("MATCH (p:Person) WHERE (p.height > 1) IS NOT UNKNOWN RETURN p.height AS x", "double"),
        ("MATCH (p:Person) WHERE NOT (p.height > 1) IS NOT TRUE RETURN p.height AS x", "double"),
        ("MATCH (p:Person) WHERE (p.height IS NULL) IS FALSE RETURN p.height AS x", "double"),
        ("MATCH (p:Person) WHERE CASE WHEN p.height > 1 THEN true WHEN p.height < 1 THEN true ELSE false END RETURN p.height AS x",
            "double"),
        ("MATCH (p:Person) WHERE CASE WHEN p.height > 1 THEN true ELSE p.name = 'Ann' END RETURN p.height AS x", "double?"),
        ("MATCH (p:Person) WHERE p.height IS :: FLOAT NOT NULL RETURN p.height AS x", "double"),
        ("MATCH (p:Person) WHERE p.height IS :: FLOAT RETURN p.height AS x", "double?"),
        ("MATCH (p:Person) WHERE p.height IS :: FLOAT NOT NULL | STRING RETURN p.height AS x", "double?"),
        ("MATCH (p:Person) WHERE p.height IS NOT :: FLOAT NOT NULL RETURN p.height AS x", "double?"),
        ("MATCH (p:Person) WHERE p.height IS NOT :: STRING RETURN p.height AS x", "double"),
        ("MATCH (p:Person) WHERE coalesce(p.height, 0.0) <> 0.0 RETURN p.height AS x", "double"),
        ("MATCH (p:Person) WHERE coalesce(p.height, 0) > 0 RETURN p.height AS x", "double"),
        ("MATCH (p:Person) WHERE 0 < coalesce(p.height, 0) RETURN p.height AS x", "double"),
        ("MATCH (p:Person) WHERE coalesce(p.height, 0) >= 0 RETURN p.height AS x", "double?"),
        ("MATCH (p:Person) WHERE coalesce(p.height, 1) > 0 RETURN p.height AS x", "double?"),
        ("MATCH (p:Person) WHERE coalesce(p.height, 1) <> p.height RETURN p.height AS x", "double"),
        ("MATCH (p:Person) WHERE NOT coalesce(p.height, 0) = 0 RETURN p.height AS x", "double"),
        ("MATCH (p:Person) WHERE NOT coalesce(p.height, 0) > 0 RETURN p.height AS x", "double?"),
        ("MATCH (p:Person) WHERE coalesce(p.born, p.height, 0) <> 0 RETURN p.height AS x", "double?"),
        ("MATCH (p:Person) WHERE coalesce(p.height > 1, false) RETURN p.height AS x", "double"),
        ("MATCH (p:Person) WHERE coalesce(p.height > 1, true) RETURN p.height AS x", "double?"),
        ("MATCH (p:Person) WHERE NOT coalesce(p.height > 1, true) RETURN p.height AS x", "double"),
        ("RETURN toStringList([1, 2]) AS x", "TypedList<string>"),
        ("RETURN toStringList([1, null]) AS x", "TypedList<string?>"),
        ("RETURN toStringList([[1]]) AS x", "TypedList<string?>"),
        ("MATCH (m:Movie) RETURN toStringList(m.kinds) AS x", "TypedList<string>"),
        ("MATCH (m:Movie) RETURN toStringList(m.tags) AS x", "TypedList<string>?"),
        ("RETURN head(toStringList([1, 2])) AS x", "string"),
        ("RETURN toIntegerList(['1']) AS x", "TypedList<long?>"),
        ("RETURN toIntegerList([1]) AS x", "TypedList<long>"),
        ("RETURN toFloatList([1, 2.5]) AS x", "TypedList<double>"),
        ("RETURN toBooleanList(['x']) AS x", "TypedList<bool?>"),
    ];

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Cases.Length)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void AColumnIsNullableOnlyIfTheQueryCanMakeItNull(int number)
    {
        var (query, type) = Cases[number];
        Assert.True(type == library.GetType(number), $"{query}\n  is {library.GetType(number)}, not {type}");
        foreach (var row in library.Run(number))
        {
            var value = row.GetType().GetProperty("X")!.GetValue(row);
            Assert.True(value is not null || type.EndsWith('?'), query);
        }
    }

    /// <summary>All cases generated, compiled and loaded once.</summary>
    public sealed class Library : IDisposable
    {
        private readonly string folder = Directory.CreateTempSubdirectory("graph-nullability-").FullName;
        private readonly string text;
        private readonly object graph;
        private readonly Type queries;

        public Library()
        {
            var source = string.Concat(Cases.Select((test, i) => $"// name: Case{i}Q :many\n{test.Query};\n"));
            var result = CodeGenerator.Generate(
                new GenerationRequest(new SourceText(Schema, "films.gql"), [new SourceText(source, "q.cypher")], "Example"));
            Assert.All(result.Diagnostics, diagnostic => Assert.Equal("GR3013", diagnostic.Id));
            text = result.Text;
            var messages = CompiledCode.Compile(folder, [text]);
            Assert.True(messages.Length == 0, messages);
            var assembly = CompiledCode.Load(folder);
            queries = assembly.GetType("Example.FilmsQueries")!;
            graph = Activator.CreateInstance(assembly.GetType("Example.FilmsGraph")!, CreateStore())!;
        }

        public string GetType(int number) => Regex.Match(text, $@"record struct Case{number}QRow\((?:[^()]*, )?(\S+) X\)").Groups[1].Value;

        public IEnumerable<object> Run(int number)
        {
            var method = queries.GetMethod($"Case{number}Q", BindingFlags.Public | BindingFlags.Static)!;
            object?[] arguments = [.. method.GetParameters()
                .Select(parameter => parameter.ParameterType == graph.GetType()
                    ? graph
                    : parameter.ParameterType == typeof(string) ? "Ann" : Activator.CreateInstance(parameter.ParameterType))];
            return ((IEnumerable)method.Invoke(null, arguments)!).Cast<object>();
        }

        public void Dispose() => Directory.Delete(folder, recursive: true);

        private static GraphStore CreateStore()
        {
            var builder = new GraphBuilder(Graph.Query.Schema.SchemaReader.Read(new SourceText(Schema)).Type!);
            var ann = builder.AddNode(["Person"], [new("key", Value.FromString("ann")), new("name", Value.FromString("Ann"))]);
            var bob = builder.AddNode(
                ["Person"],
                [new("key", Value.FromString("bob")), new("name", Value.FromString("Bob")), new("height", Value.FromFloat(1.8))]);
            var movie = builder.AddNode(
                ["Movie"],
                [new("key", Value.FromString("m")), new("title", Value.FromString("M")),
                    new("kinds", Value.FromList(Value.FromString("x")))]);
            builder.AddEdge("ACTED_IN", ann, movie, [new("part", Value.FromString("p")), new("fee", Value.FromInteger(3))]);
            builder.AddEdge("DIRECTED", bob, movie, []);
            return builder.Build();
        }
    }
}
