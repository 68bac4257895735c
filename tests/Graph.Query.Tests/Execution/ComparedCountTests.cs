using CsCheck;
using Graph.Query.Planning;

namespace Graph.Query.Tests.Execution;

/// <summary>Pairs of steps at a hub whose values stand in an order: counted from sorted values as many as there are one by one.</summary>
public sealed class ComparedCountTests
{
    private static readonly string[] Operators = ["<", "<=", ">", ">=", "<>"];

    private static readonly Func<Random, Value>[] Kinds =
    [
        random => Value.FromInteger(random.Next(6)),
        random => Value.FromInteger(random.Next(2) == 0 ? long.MaxValue : long.MinValue + random.Next(3)),
        random => Value.FromFloat(random.Next(8) / 2.0),
        random => Value.FromString(((string[])["a", "b", "", "B", "ä", "aa", "𝒳", "\uffee"])[random.Next(8)]),
    ];

    [Fact]
    public void SortedValuesAreCountedAsOneByOne() =>
        Gen.Int[0, int.MaxValue].Sample(seed => Check(new Random(seed)), iter: 200, threads: 1);

    private static void Check(Random random)
    {
        var store = CreateGraph(random);
        var (first, second) = (Operators[random.Next(5)], Operators[random.Next(4)]);
        string[] conditions =
        [
            $"r.v {first} s.v", $"s.v {first} r.w", $"s.w {first} r.w", $"s.v {second} r.v AND s.v {Operators[random.Next(4)]} r.w",
            "a <> b", "r <> s", "r.v <> b", "a <> s.v",
        ];
        var more = random.Next(2) == 0 ? "" : ", (b)-[:NEXT]->(c)";
        var query =
            $"MATCH (a)-[r:LEFT]->(h:Hub), (h)<-[s:RIGHT]-(b){more} WHERE {conditions[random.Next(conditions.Length)]} RETURN count(*)";
        var plan = Ask(store, RewriteSet.All, "EXPLAIN " + query);
        Assert.True(plan.Contains("Count matches", StringComparison.Ordinal), plan);
        Assert.True(Ask(store, RewriteSet.None, query) == Ask(store, RewriteSet.All, query), $"{query}\n{plan}");
    }

    /// <summary>Two hubs with some edges of either kind; each edge's values are of one kind or of any.</summary>
    private static GraphStore CreateGraph(Random random)
    {
        var builder = new GraphBuilder();
        int[] hubs = [builder.AddNode(["Hub"], []), builder.AddNode(["Hub"], [])];
        var others = Enumerable.Range(0, 12).Select(_ => builder.AddNode(["Other"], [])).ToArray();
        var mostly = random.Next(2) * random.Next(Kinds.Length);
        var kinds = new[] { "LEFT", "RIGHT" }.ToDictionary(
            type => type, _ => random.Next(3) == 0 ? Kinds : [Kinds[random.Next(4) > 0 ? mostly : random.Next(Kinds.Length)]]);
        for (var i = 0; i < 80; i++)
        {
            var type = i % 2 == 0 ? "LEFT" : "RIGHT";
            var properties = new[] { "v", "w" }
                .Where(_ => random.Next(6) > 0)
                .Select(key => KeyValuePair.Create(key, kinds[type][random.Next(kinds[type].Length)](random)));
            builder.AddEdge(type, others[random.Next(12)], hubs[random.Next(2)], [.. properties]);
            builder.AddEdge("NEXT", others[random.Next(12)], others[random.Next(12)], []);
        }

        return builder.Build();
    }

    private static string Ask(GraphStore store, RewriteSet rewrites, string query)
    {
        var engine = new QueryEngine(store, rewrites, BufferSizes.Default);
        try
        {
            var result = engine.Run(engine.Prepare(new SourceText(query)));
            return string.Join(
                '\n', result.Batches.SelectMany(batch => Enumerable.Range(0, batch.Count).Select(row => $"{batch.GetValue(0, row)}")));
        }
        catch (QueryException error)
        {
            return error.Diagnostic.Id.ToString();
        }
    }
}
