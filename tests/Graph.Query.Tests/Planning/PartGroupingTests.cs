using CsCheck;
using Graph.Query.Execution;
using Graph.Query.Planning;

namespace Graph.Query.Tests.Planning;

/// <summary>
/// Aggregates over two sides of a node with many edges, in random graphs of few nodes and many edges: whichever side is grouped first, the
/// rows are those of the pairs.
/// </summary>
public sealed class PartGroupingTests
{
    private static readonly string[] Keys = ["", "h.team AS a, ", "p.team AS a, ", "q.team AS a, ", "p.team AS a, q.team AS b, ", "r.w AS a, q.n AS b, "];

    private static readonly string[] Aggregates =
    [
        "count(*)", "count(q)", "count(s.w)", "sum(s.w - r.w)", "avg(s.w)", "sum(CASE WHEN r.w < s.w THEN 1 ELSE 0 END)", "max(r.w + s.w)",
        "min(q.team)", "count(DISTINCT q.team)", "count(DISTINCT h.n)", "count(DISTINCT p.team + q.team)", "sum(p.n * q.w)", "sum(p.f + q.n)", "sum(p.n - q.n)", "sum(q.n + p.n)",
        "sum(s.w - p.n)",
    ];

    private static readonly string[] Conditions =
        ["", " WHERE r.w < s.w", " WHERE p.team = q.team", " WHERE p.team <> q.team AND s.w > 1", " WHERE q.n > 2", " WHERE p.n < q.n", " WHERE r.d < s.d", " WHERE r.d >= s.d",
         " WHERE h.team = p.team OR s.w IS NULL"];

    private static readonly string[] Patterns =
    [
        "(p:P)-[r:A]->(h:H)<-[s:B]-(q:P)", "(q:P)-[s:B]->(h:H)<-[r:A]-(p:P)", "(p:P)-[r:A]->(h:H), (h)<-[s:B]-(q)",
        "(p:P)-[r:A]->(h:H)<-[s:A]-(q:P)", "(p:P)-[r:A]->(h:H)<-[s:B]-(q:P)-[:A]->(i:H)",
        "(h:H)<-[r:A]-(p:P), (h)<-[s:B]-(q:P), (h)<-[:C]-(t:P)", "(t:P)-[:C]->(h:H)<-[r:A]-(p:P)-[s:B]->(i:H)<-[:D]-(q:P)",
    ];

    [Fact]
    public void GroupsOfOneSideGiveTheRowsOfAllPairs() => Gen.Int[0, int.MaxValue].Sample(seed => Check(new Random(seed)), iter: 60, threads: 1);

    private static void Check(Random random)
    {
        var store = CreateGraph(random);
        for (var i = 0; i < 8; i++)
        {
            var query = $"MATCH {Pick(random, Patterns)}{Pick(random, Conditions)} "
                + $"RETURN {Pick(random, Keys)}{Pick(random, Aggregates)} AS x, {Pick(random, Aggregates)} AS y";
            var expected = Ask(store, RewriteSet.None, BufferSizes.Default, query);
            foreach (var sizes in new[] { BufferSizes.Default, BufferSizes.Of(3, 1) })
            {
                var actual = Ask(store, RewriteSet.All, sizes, query);
                Assert.True(expected == actual, $"{query}\nby pairs:\n{expected}\ngrouped:\n{actual}\n{PlannedRows.Explain(store, RewriteSet.All, query)}");
            }
        }
    }

    private static string Ask(GraphStore store, RewriteSet rewrites, BufferSizes sizes, string query) =>
        string.Join('\n', PlannedRows.Of(store, rewrites, sizes, query).Order(StringComparer.Ordinal));

    private static T Pick<T>(Random random, T[] items) => items[random.Next(items.Length)];

    private static GraphStore CreateGraph(Random random)
    {
        var builder = new GraphBuilder();
        var hubs = AddNodes(builder, random, "H", random.Next(1, 4));
        var people = AddNodes(builder, random, "P", random.Next(5, 40));
        foreach (var type in new[] { "A", "B", "C", "D" })
        {
            for (var edge = random.Next(120); edge > 0; edge--)
                builder.AddEdge(type, Pick(random, people), Pick(random, hubs), [.. Weights(random), .. Days(random, type)]);
        }

        return builder.Build();
    }

    private static int[] AddNodes(GraphBuilder builder, Random random, string label, int count) =>
        [.. Enumerable.Range(0, count).Select(index => builder.AddNode(
            [label],
            [
                KeyValuePair.Create("n", Value.FromInteger(index)),
                KeyValuePair.Create("f", Value.FromFloat(index / 4.0)),
                .. Weights(random),
                .. random.Next(4) == 0 ? Array.Empty<KeyValuePair<string, Value>>() : [KeyValuePair.Create("team", Value.FromString("rgb"[random.Next(3)].ToString()))],
            ]))];

    private static IEnumerable<KeyValuePair<string, Value>> Weights(Random random) =>
        random.Next(5) == 0 ? [] : [KeyValuePair.Create("w", Value.FromInteger(random.Next(3)))];

    /// <summary>A day now and then, and of one type of edge also a month.</summary>
    private static IEnumerable<KeyValuePair<string, Value>> Days(Random random, string type) =>
        random.Next(4) == 0
            ? []
            : [KeyValuePair.Create("d", Value.FromDate(PartialDate.Parse(type == "A" && random.Next(300) == 0 ? "2022-01" : $"2022-01-0{random.Next(1, 7)}")))];
}
