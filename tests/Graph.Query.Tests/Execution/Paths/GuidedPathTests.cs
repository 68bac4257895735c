using CsCheck;

namespace Graph.Query.Tests.Execution.Paths;

/// <summary>Chosen paths between two nodes that are there already: those that a search to all nodes has for the second one.</summary>
public sealed class GuidedPathTests
{
    private static readonly string[] Selectors =
        ["SHORTEST 2", "SHORTEST 4", "SHORTEST 2 TRAIL GROUPS", "SHORTEST 3 ACYCLIC GROUPS", "SHORTEST 5 ACYCLIC", "ANY 3 SIMPLE", "ALL SHORTEST ACYCLIC"];

    private static readonly string[] Steps = ["-[:R]->{1,4}", "-[:R]-{1,4}", "<-[:R]-{0,3}", "-[]-{2,3}", "-[:R]->+", "-[:R|S]->*", "-[:S]-{3}"];

    [Fact]
    public void PathsToAGivenEndAreThoseOfASearchToAll() => Gen.Int[0, int.MaxValue].Sample(
        seed =>
        {
            var random = new Random(seed);
            var engine = new QueryEngine(CreateGraph(random));
            for (var i = 0; i < 12; i++)
            {
                var pattern = $"{Selectors[random.Next(Selectors.Length)]} (a){Steps[random.Next(Steps.Length)]}";
                var ends = $"MATCH (a {{n: {random.Next(6)}}}), (b {{n: {random.Next(6)}}})";
                var more = random.Next(3) == 0 ? " MATCH (a)-[s:R]->()" : "";
                var edges = "RETURN [r IN relationships(p) | r.id] AS edges";
                var given = $"{ends}{more} MATCH p = {pattern}(b) {edges}";
                var free = $"{ends}{more} MATCH p = {pattern}(c) WHERE c.n + 0 = b.n {edges}";
                Assert.Equal(TestGraph.Ask(engine, free), TestGraph.Ask(engine, given));
            }
        },
        iter: 25,
        threads: 1);

    /// <summary>Beside the ways to the end lie 30 to the power of five that lead elsewhere.</summary>
    [Theory]
    [InlineData("SHORTEST 2 TRAIL GROUPS", "4, 1\n5, 1")]
    [InlineData("SHORTEST 2 ACYCLIC PATHS", "4, 1\n5, 1")]
    [InlineData("SHORTEST 1 ACYCLIC GROUPS", "4, 1")]
    public void WaysThatLeadElsewhereAreNotFollowed(string selector, string answer)
    {
        var builder = new GraphBuilder();
        var start = builder.AddNode(["A"], []);
        var layer = new[] { start };
        for (var i = 0; i < 6; i++)
        {
            var next = Enumerable.Range(0, 30).Select(_ => builder.AddNode(["B"], [])).ToArray();
            foreach (var (from, to) in layer.SelectMany(from => next.Select(to => (from, to))))
                builder.AddEdge("R", from, to, []);
            layer = next;
        }

        var end = builder.AddNode(["Z"], []);
        foreach (var length in new[] { 4, 5 })
        {
            var last = start;
            for (var i = 1; i < length; i++)
            {
                var next = builder.AddNode(["C"], []);
                builder.AddEdge("R", last, next, []);
                last = next;
            }

            builder.AddEdge("R", last, end, []);
        }

        var engine = new QueryEngine(builder.Build());
        var query = engine.Prepare(
            new SourceText($"MATCH (a:A), (z:Z) MATCH p = {selector} (a)-[:R]->+(z) RETURN length(p) AS l, count(*) AS n ORDER BY l"));
        var result = engine.Run(query, limits: new QueryLimits(MaximumMemory: 20_000_000));
        Assert.Equal(answer, string.Join('\n', TestGraph.Rows(result)));
    }

    /// <summary>What a search holds is given back before the next row's begins, however many rows there are.</summary>
    [Theory]
    [InlineData("MATCH p = SHORTEST 3 GROUPS (a)-[:R]->+(z:N {n: 19})")]
    [InlineData("MATCH p = SHORTEST 2 (a)-[:R]->{1,9}(z) WHERE z.n = 19")]
    [InlineData("MATCH p = shortestPath((a)-[:R*]->(z)) WHERE size(nodes(p)) = 20")]
    [InlineData("MATCH p = shortestPath((a)-[:R*]-(z)) WHERE size(nodes(p)) = 20")]
    public void ManyRowsHoldNoMoreThanOne(string match)
    {
        var builder = new GraphBuilder();
        var nodes = Enumerable.Range(0, 20).Select(n => builder.AddNode(["N"], [new("n", Value.FromInteger(n))])).ToArray();
        for (var i = 1; i < nodes.Length; i++)
        {
            builder.AddEdge("R", nodes[i - 1], nodes[i], []);
            builder.AddEdge("R", nodes[Math.Max(0, i - 3)], nodes[i], []);
        }

        var engine = new QueryEngine(builder.Build());
        var query = engine.Prepare(new SourceText($"UNWIND range(1, 2000) AS x MATCH (a:N {{n: 0}}) {match} RETURN count(*) > -1 AS done"));
        var result = engine.Run(query, limits: new QueryLimits(MaximumMemory: 1_000_000));
        Assert.Equal("true", string.Join('\n', TestGraph.Rows(result)));
    }

    private static GraphStore CreateGraph(Random random)
    {
        var builder = new GraphBuilder();
        var nodes = Enumerable.Range(0, 6).Select(n => builder.AddNode(["N"], [new("n", Value.FromInteger(n))])).ToArray();
        for (var i = 0; i < random.Next(4, 12); i++)
        {
            var type = random.Next(3) == 0 ? "S" : "R";
            builder.AddEdge(type, nodes[random.Next(6)], nodes[random.Next(6)], [new("id", Value.FromInteger(i))]);
        }

        return builder.Build();
    }
}
