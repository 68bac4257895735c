namespace Graph.Query.Tests.Execution;

/// <summary>Query and answer, over the graph of <see cref="TestGraph"/>.</summary>
public sealed class QueryCases
{
    [Theory]
    [InlineData("RETURN 1 + 1 AS x", "2")]
    [InlineData("MATCH (n) RETURN count(*) AS c", "5")]
    [InlineData("MATCH (p:Person) RETURN p.name ORDER BY p.name", "'Anna'\n'Ben'\n'Carla'")]
    [InlineData("MATCH (p:Person) RETURN p.name ORDER BY p.born DESC, p.name SKIP 1 LIMIT 1", "'Ben'")]
    [InlineData("MATCH (a:Person {name: 'Anna'})-[r:KNOWS]->(b) RETURN b.name, r.since ORDER BY r.since", "'Ben', 2001\n'Carla', 2004")]
    [InlineData("MATCH (a)<-[:KNOWS]-(b {name: 'Anna'}) RETURN a.name ORDER BY a.name", "'Ben'\n'Carla'")]
    [InlineData("MATCH (a {name: 'Anna'})-[:KNOWS]-(b) RETURN b.name ORDER BY b.name", "'Ben'\n'Carla'\n'Carla'")]
    [InlineData("MATCH (b {name: 'Ben'})-[:LIKES]-(c) RETURN c.name", "'Ben'")]
    [InlineData("MATCH (a)-[:KNOWS]->(b)-[:KNOWS]->(c)-[:KNOWS]->(a) RETURN a.name ORDER BY a.name", "'Anna'\n'Ben'\n'Carla'")]
    [InlineData("MATCH (p:Person) OPTIONAL MATCH (p)-[:LIVES_IN]->(c:City) RETURN p.name, c.name ORDER BY p.name", "'Anna', 'Delft'\n'Ben', null\n'Carla', null")]
    [InlineData("MATCH (p:Person) OPTIONAL MATCH (p)-[:LIVES_IN]->(c) WHERE c.name = 'Chad' RETURN p.name, c", "'Anna', null\n'Ben', (Chad)\n'Carla', null")]
    [InlineData("MATCH (p:Person) WHERE EXISTS { (p)-[:LIVES_IN]->(:City) } RETURN p.name", "'Anna'")]
    [InlineData("MATCH (p:Person) WHERE NOT (p)-[:LIVES_IN]->() RETURN p.name", "'Carla'")]
    [InlineData("MATCH (p:Person) RETURN p.name, [(p)-[:KNOWS]->(q) | q.name] AS k ORDER BY p.name", "'Anna', ['Ben', 'Carla']\n'Ben', ['Carla']\n'Carla', ['Anna']")]
    [InlineData("MATCH p = (a {name: 'Anna'})-[:KNOWS*2]->(b) RETURN p", "(Anna)-(Ben)-(Carla)\n(Anna)-(Carla)-(Anna)")]
    [InlineData("MATCH (a {name: 'Anna'})-[:KNOWS*0..1]->(b) RETURN b.name ORDER BY b.name", "'Anna'\n'Ben'\n'Carla'")]
    [InlineData("MATCH (a {name: 'Anna'})-[rs:KNOWS*]->(b {name: 'Anna'}) RETURN size(rs) AS n ORDER BY n", "2\n3")]
    [InlineData("MATCH p = shortestPath((a {name: 'Ben'})-[:KNOWS*]->(b {name: 'Anna'})) RETURN length(p) AS n", "2")]
    [InlineData("MATCH p = ALL SHORTEST (a {name: 'Ben'})-[:KNOWS]-{1,}(b {name: 'Anna'}) RETURN p", "(Ben)-(Anna)")]
    [InlineData("MATCH (a {name: 'Anna'})((x)-[r:KNOWS]->(y)){2}(b) RETURN [n IN x | n.name] AS xs, [n IN y | n.name] AS ys ORDER BY xs", "['Anna', 'Ben'], ['Ben', 'Carla']\n['Anna', 'Carla'], ['Carla', 'Anna']")]
    [InlineData("UNWIND [1, 2, null] AS x RETURN sum(x) AS s, collect(x) AS c, count(*) AS n, avg(x) AS a", "3, [1, 2], 3, 1.5")]
    [InlineData("UNWIND [1, 1.0, 2, null, null] AS x RETURN DISTINCT x", "1\n2\nnull")]
    [InlineData("RETURN 1 AS x UNION RETURN 2 AS x UNION RETURN 1 AS x", "1\n2")]
    [InlineData("RETURN 1 AS x UNION ALL RETURN 1 AS x", "1\n1")]
    [InlineData("RETURN CASE WHEN false THEN 1 WHEN null THEN 2 ELSE 3 END AS x, CASE 2 WHEN 1 THEN 'a' WHEN 2 THEN 'b' END AS y", "3, 'b'")]
    [InlineData("RETURN [x IN range(1, 5) WHERE x % 2 = 1 | x * x] AS l, reduce(s = 0, x IN [1, 2, 3] | s + x) AS r", "[1, 9, 25], 6")]
    [InlineData("RETURN any(x IN [1, null] WHERE x = 2) AS a, all(x IN [] WHERE x) AS b, single(x IN [1, 2] WHERE x > 1) AS c, none(x IN [1] WHERE x = 1) AS d", "null, true, true, false")]
    [InlineData("MATCH (p:Person {name: 'Ben'}) RETURN p {.name, .*, x: 1} AS m", "{born: 1980, name: 'Ben', x: 1}")]
    [InlineData("MATCH (p:Person) WITH p ORDER BY p.name LIMIT 2 WHERE p.name <> 'Anna' RETURN p.name", "'Ben'")]
    [InlineData("UNWIND [3, 1, 2] AS x RETURN percentileCont(x, 0.5) AS c, percentileDisc(x, 0.9) AS d, stDev(x) AS s, min(x) AS a, max(x) AS b", "2.0, 3, 1.0, 1, 3")]
    public void QueriesAnswer(string query, string answer) => Assert.Equal(answer, TestGraph.Ask(query));

    [Theory]
    [InlineData("RETURN 1 / 0 AS x", "GR5002 at 1:8: Division by zero.")]
    [InlineData("RETURN $x AS x", "GR2013 at 1:8: Parameter '$x' has no value.")]
    [InlineData("UNWIND [9223372036854775807, 1] AS x RETURN sum(x) AS s", "GR5001 at 1:45: sum goes beyond the 64-bit integers.")]
    [InlineData("UNWIND [1] AS x RETURN percentileCont(x, 2) AS s", "GR5005 at 1:24: The percentile of percentileCont is out of range.")]
    public void RuntimeErrorsStandAtTheirExpression(string query, string error) => Assert.Equal(error, TestGraph.Ask(query));
}
