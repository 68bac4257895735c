using CsCheck;
using Graph.Query.Planning;

namespace Graph.Query.Tests.Planning;

/// <summary>
/// The first rows of many that come from few, in an order by values of any kind: with the others dropped on the way, the same rows in the
/// same order, those with equal keys too.
/// </summary>
public sealed class TopCandidateTests
{
    private static readonly string[] Patterns =
    [
        "(p:P)-[r:A]->(h:H)<-[s:B]-(q:Q)", "(h:H)<-[r:A]-(p:P), (h)<-[s:B]-(q:Q)", "(q:Q)-[s:B]->(h:H)<-[r:A]-(p:P) WHERE p.n <> q.n",
        "(p:P)-[r:A]->(h:H) OPTIONAL MATCH (h)<-[s:B]-(q:Q)", "(p:P)-[r:A]->(h:H) WITH p AS p, h AS h, r.v AS v ORDER BY v LIMIT 70 MATCH (h)<-[s:B]-(q:Q)",
        "(p:P)-[r:A]->(h:H) WITH p, h, r.v AS v MATCH (h)<-[s:B]-(q:Q)-[:C]->(x:H)", "(p:P)-[:A]->(h:H) UNWIND [1, 2, 3] AS v MATCH (h)<-[s:B]-(q:Q)",
    ];

    private static readonly string[] Keys = ["p.v", "q.v", "h.v", "p.n", "p.text", "q.text", "h.text", "s.v", "p", "p.missing", "q.n", "h.n"];

    private static readonly Func<Random, Value>[] Kinds =
    [
        random => Value.FromInteger(random.Next(4)),
        random => Value.FromFloat(random.Next(4) is 0 ? double.NaN : random.Next(6) / 2.0),
        random => Value.FromString(((string[])["", "a", "the same beginning", "the same beginning b", "ä", "𝒳", "\uffee"])[random.Next(7)]),
        random => Value.FromDate(PartialDate.FromDay(new CalendarDay(738_000 + random.Next(4)))),
        random => Value.FromBoolean(random.Next(2) == 0),
    ];

    [Fact]
    public void TheFirstRowsAreTheSame()
    {
        var narrowed = 0;
        Gen.Int[0, int.MaxValue].Sample(seed => narrowed += Check(new Random(seed)), iter: 25, threads: 1);
        Assert.True(narrowed > 8, $"Only {narrowed} of 75 plans drop rows on the way.");
    }

    private static int Check(Random random)
    {
        var store = CreateGraph(random);
        var narrowed = 0;
        for (var i = 0; i < 3; i++)
        {
            var query = CreateQuery(random);
            var all = new RewriteSet(RewriteSet.All.Names) { LeastParallelRows = random.Next(2) == 0 ? 64 : long.MaxValue };
            var plain = new RewriteSet(all.Names.Remove("top-candidates")) { LeastParallelRows = all.LeastParallelRows };
            var sizes = random.Next(3) == 0 ? BufferSizes.Of(random.Next(2, 9), chunksInFlight: 2) : BufferSizes.Default;
            var plan = PlannedRows.Explain(store, all, query);
            Assert.True(
                PlannedRows.Of(store, plain, sizes, query).SequenceEqual(PlannedRows.Of(store, all, sizes, query)), $"{query}\n{plan}");
            narrowed += plan.Contains("Candidates of the top", StringComparison.Ordinal) ? 1 : 0;
        }

        return narrowed;
    }

    private static string CreateQuery(Random random)
    {
        var keys = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Keys[random.Next(Keys.Length)] + (random.Next(2) == 0 ? " DESC" : ""));
        var skip = random.Next(3) == 0 ? $" SKIP {random.Next(60)}" : "";
        var distinct = random.Next(4) == 0;
        var order = $"ORDER BY {string.Join(", ", distinct ? keys.Select(key => key.Replace('.', '_')) : keys)}{skip} LIMIT {random.Next(1, 90)}";
        return distinct
            ? $"MATCH {Pick(random, Patterns)} RETURN DISTINCT {string.Join(", ", Keys.Select(key => $"{key} AS {key.Replace('.', '_')}"))} {order}"
            : $"MATCH {Pick(random, Patterns)} RETURN p.n AS a, q.n AS b, h.n AS c {order}";
    }

    private static T Pick<T>(Random random, T[] items) => items[random.Next(items.Length)];

    /// <summary>Few nodes that many edges lead to; the values of a label are of one kind, or of any.</summary>
    private static GraphStore CreateGraph(Random random)
    {
        var builder = new GraphBuilder();
        var nodes = new[] { ("P", 60), ("Q", 80), ("H", 3) }.ToDictionary(label => label.Item1, label => AddNodes(builder, random, label));
        foreach (var (type, label) in new[] { ("A", "P"), ("B", "Q"), ("C", "Q") })
        {
            var kind = Pick(random, Kinds);
            for (var edge = type == "C" ? 30 : 220; edge > 0; edge--)
                builder.AddEdge(type, Pick(random, nodes[label]), Pick(random, nodes["H"]), [KeyValuePair.Create("v", kind(random))]);
        }

        return builder.Build();
    }

    private static int[] AddNodes(GraphBuilder builder, Random random, (string Label, int Count) nodes)
    {
        var kinds = random.Next(4) == 0 ? Kinds : [Pick(random, Kinds)];
        var share = random.Next(3);
        return
        [
            .. Enumerable.Range(0, nodes.Count).Select(index => builder.AddNode(
                [nodes.Label],
                [
                    KeyValuePair.Create("n", Value.FromInteger(index)),
                    KeyValuePair.Create("text", Value.FromString($"the same beginning of {index % 7} and {index * 37 % 11}")),
                    .. random.Next(6) < share ? Array.Empty<KeyValuePair<string, Value>>() : [KeyValuePair.Create("v", Pick(random, kinds)(random))],
                ]))
        ];
    }
}
