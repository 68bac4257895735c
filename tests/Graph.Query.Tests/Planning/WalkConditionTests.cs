using CsCheck;
using Graph.Query.Execution;
using Graph.Query.Planning;

namespace Graph.Query.Tests.Planning;

/// <summary>What must hold for all edges or nodes of a walk keeps the same walks, whether it is tested on the way or at the end.</summary>
public sealed class WalkConditionTests
{
    private static readonly string[] Walks =
    [
        "(a)-[rs:R*1..3]->(b)", "(a)-[rs:R*0..2]->(b)", "(a)-[rs*1..3]-(b)", "(a)<-[rs:R|S*2..3 {v: 1}]-(b)", "(b)-[rs:R]->{0,3}(a)",
        "(c)-[q:S]->(a)-[rs:R*0..2]->(b)", "(a)-[rs:R*1..2]->(b)-[:S*0..1]->(c)",
    ];

    private static readonly string[] Lists = ["r IN rs", "r IN relationships(p)", "r IN nodes(p)"];
    private static readonly string[] Conditions =
        ["r.v > 0", "r.v <> 1", "NOT r.v = 2", "r.v IS NULL", "r.v IN [0, 1, null]", "r.v = a.v", "r.v = 1 OR r.v IS NULL"];

    [Fact]
    public void WalksAreThoseThatAFilterKeeps() => Gen.Int[0, int.MaxValue].Sample(seed =>
    {
        var random = new Random(seed);
        var store = CreateGraph(random);
        var conditions = Enumerable.Range(0, random.Next(1, 4))
            .Select(_ => $"{(random.Next(2) == 0 ? "all" : "none")}({Pick(random, Lists)} WHERE {Pick(random, Conditions)})");
        var query = $"MATCH p = {Pick(random, Walks)} WHERE {string.Join(" AND ", conditions)} RETURN a, b, rs, length(p)";
        var expected = PlannedRows.Bag(store, RewriteSet.None, BufferSizes.Of(3, 1), query);
        var actual = PlannedRows.Bag(store, RewriteSet.All, BufferSizes.Of(3, 1), query);

        Assert.True(expected == actual, $"{query}\nbefore:\n{expected}\nafter:\n{actual}");
    }, iter: 300, threads: 1);

    private static GraphStore CreateGraph(Random random)
    {
        var builder = new GraphBuilder();
        var nodes = Enumerable.Range(0, 6).Select(_ => builder.AddNode(["N"], CreateProperties(random))).ToArray();
        for (var i = random.Next(14); i > 0; i--)
            builder.AddEdge(random.Next(3) == 0 ? "S" : "R", Pick(random, nodes), Pick(random, nodes), CreateProperties(random));
        return builder.Build();
    }

    private static KeyValuePair<string, Value>[] CreateProperties(Random random) =>
        random.Next(4) == 0 ? [] : [KeyValuePair.Create("v", Value.FromInteger(random.Next(3)))];

    private static T Pick<T>(Random random, T[] items) => items[random.Next(items.Length)];
}
