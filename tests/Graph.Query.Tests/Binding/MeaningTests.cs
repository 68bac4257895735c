namespace Graph.Query.Tests.Binding;

/// <summary>
/// Forms whose meaning lies in how they are bound, run on a small graph: 0->1->2->3, 0->3, 0->4->3, edges weighted by their ends.
/// </summary>
public sealed class MeaningTests
{
    private static readonly QueryEngine Engine = new(BuildStore());

    [Theory]
    [InlineData("MATCH ANY SHORTEST (a {i: 0})-[:R]->+(b {i: 3}) RETURN 1 AS found", "1")]
    [InlineData("MATCH p = ANY SHORTEST ((a {i: 0})-[r:R]->(x)-[s:R]->+(b {i: 3}) WHERE r.w + s[0].w < 20) RETURN [n IN nodes(p) | n.i] AS path", "[0, 1, 2, 3]")]
    [InlineData("MATCH p = ANY SHORTEST ((a {i: 0})-[r:R]->(x)-[s:R]->(b {i: 3}) WHERE r.w + s.w > 47) RETURN p", "")]
    [InlineData("MATCH p = ANY SHORTEST ((a {i: 0})-[:R]->(x)-[:R]->*(b {i: 3}) WHERE x.i < b.i AND x.i = 1) RETURN length(p) AS length", "3")]
    [InlineData("MATCH (a)((x)-[:R]->(y) WHERE x.i = 0)(b) RETURN x.i + y.i = a.i + b.i AS same, y.i AS y ORDER BY y", "true 1; true 3; true 4")]
    [InlineData("MATCH (a {i: 0}), (x {i: 0}) MATCH (a)((x)-[:R]->(y)) RETURN y.i AS y ORDER BY y", "1; 3; 4")]
    [InlineData("MATCH (a {i: 0}), (x {i: 1}) MATCH (a)((x)-[:R]->(y)) RETURN y", "")]
    [InlineData("MATCH (a {i: 0})-[:R*1..2 {w: a.i + 1}]->(b) RETURN b.i AS b", "1")]
    [InlineData("MATCH (n:Node), (m:Node) WITH n ORDER BY m.i DESC, n.i LIMIT 2 WHERE m.i = 4 RETURN n.i AS n", "0; 1")]
    [InlineData("MATCH (n) WHERE EXISTS { MATCH (n)-->(m) WITH m, count(*) AS c WHERE c = 2 RETURN m } RETURN n", "")]
    [InlineData("MATCH (n) WHERE EXISTS { MATCH (n)-->(m) WITH m WHERE n.i = 2 RETURN m } RETURN n.i AS n", "2")]
    [InlineData("MATCH (n:Node) RETURN n.i AS i, EXISTS { (m {i: n.i})-->() } AND count(*) = 1 AS sends ORDER BY i", "0 true; 1 true; 2 true; 3 false; 4 true")]
    [InlineData("OPTIONAL MATCH (n:Nothing) RETURN n {.i} AS some, n {.*} AS all", "null null")]
    [InlineData("UNWIND [1, 2, 2] AS x RETURN DISTINCT x + 1 AS y, count(*) * 10 AS c ORDER BY c DESC, x + 1", "3 20; 2 10")]
    [InlineData("UNWIND [3, 1] AS x WITH x AS y, x ORDER BY y RETURN collect(x) AS list", "[1, 3]")]
    [InlineData("MATCH (d:Day) WHERE d.on >= '2022-01-05' RETURN d.on AS on ORDER BY on", "2022-01-05; 2022-01-19")]
    [InlineData("MATCH (d:Day) WHERE '2022-01-05' > d.on RETURN d.on AS on", "2021-12-31")]
    [InlineData("MATCH (d:Day {on: '2022-01-05'}) RETURN d.on AS on", "2022-01-05")]
    [InlineData("MATCH (d:Day) WHERE NOT d.on IN ['2022-01-05', date('2022-01-19')] RETURN d.on AS on", "2021-12-31")]
    [InlineData("MATCH (d:Day) WHERE d.on = '2022' RETURN d", "")]
    [InlineData("MATCH (d:Day) WITH d.on AS on WHERE on = '2022-01-05' RETURN on", "2022-01-05")]
    [InlineData("MATCH (d:Day) WITH d.on AS on WITH *, on AS same WHERE same IN ['2022-01-05'] RETURN same", "2022-01-05")]
    [InlineData("MATCH (d:Day) WITH d.on AS on, count(*) AS c WHERE on > '2022-01-05' RETURN on, c", "2022-01-19 1")]
    [InlineData("MATCH (d:Day) WITH d.on.year AS year, max(d.on) AS last WHERE last < '2022-01-01' RETURN year, last", "2021 2021-12-31")]
    [InlineData("MATCH (d:Day) RETURN d.on AS on, d.on >= '2022-01-01' AS late, count(*) AS c ORDER BY on LIMIT 1", "2021-12-31 false 1")]
    [InlineData("MATCH (d:Day) CALL (d) { RETURN d.on AS on } WITH on WHERE on = '2022-01-05' RETURN on", "2022-01-05")]
    [InlineData("RETURN 1 AS a, 2 AS b UNION ALL RETURN 3 AS b, 4 AS a", "1 2; 4 3")]
    public void AQueryMeansWhatItSays(string query, string rows) => Assert.Equal(rows, Run(query));

    private static string Run(string query)
    {
        var prepared = Engine.Prepare(new SourceText(query));
        Assert.False(prepared.HasErrors, string.Join('\n', prepared.Diagnostics.Select(diagnostic => diagnostic.Message)));
        var result = Engine.Run(prepared);
        return string.Join(
            "; ", result.Batches.SelectMany(
                batch => Enumerable.Range(0, batch.Count).Select(row => Format(batch, row, result.Columns.Length))));
    }

    private static string Format(RowBatch batch, int row, int columns) =>
        string.Join(' ', Enumerable.Range(0, columns).Select(column => batch.GetValue(column, row)));

    private static GraphStore BuildStore()
    {
        var builder = new GraphBuilder();
        var nodes = Enumerable.Range(0, 5).Select(i => builder.AddNode(["Node"], [new("i", Value.FromInteger(i))])).ToArray();
        foreach (var (from, to) in new[] { (0, 1), (1, 2), (2, 3), (0, 3), (0, 4), (4, 3) })
            builder.AddEdge("R", nodes[from], nodes[to], [new("w", Value.FromInteger((10 * from) + to))]);
        foreach (var day in new[] { "2021-12-31", "2022-01-05", "2022-01-19" })
            builder.AddNode(["Day"], [new("on", Value.FromDate(PartialDate.Parse(day, null)))]);
        return builder.Build();
    }
}
