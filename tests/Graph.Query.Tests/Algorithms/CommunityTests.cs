using CsCheck;

namespace Graph.Query.Tests.Algorithms;

public sealed class CommunityTests
{
    private const double Rounding = 1e-9;

    [Fact]
    public void ModularityIsAtLeastThatOfEachNodeAlone() => RandomGraph.Gen.Sample(graph =>
    {
        var communities = Run(graph, RandomGraph.Map());
        var best = Modularity(graph, communities);
        var alone = Modularity(graph, [.. Enumerable.Range(0, graph.NodeCount)]);

        Assert.True(best >= alone - Rounding, $"{best} < {alone}");
    });

    [Fact]
    public void CommunitiesAreNumberedByTheirSmallestNode() => RandomGraph.Gen.Sample(graph =>
    {
        var communities = Run(graph, RandomGraph.Map());

        Assert.Equal(Enumerable.Range(0, communities.Distinct().Count()), communities.Distinct());
    });

    [Fact]
    public void TwoCliquesJoinedByOneEdgeAreTwoCommunities()
    {
        var graph = new RandomGraph(8, [.. Clique(0), .. Clique(4), new RandomEdge(3, 4, 1)]);

        Assert.Equal([0, 0, 0, 0, 1, 1, 1, 1], Run(graph, RandomGraph.Map()));
    }

    [Fact]
    public void WeightsDecide()
    {
        var graph = new RandomGraph(4, [new(0, 1, 1), new(1, 2, 9), new(2, 3, 1), new(3, 0, 9)]);

        Assert.Equal([0, 1, 1, 0], Run(graph, RandomGraph.Map(("weight", Value.FromString("weight")))));
    }

    [Fact]
    public void ResolutionMakesCommunitiesSmaller()
    {
        var graph = new RandomGraph(8, [.. Clique(0), .. Clique(4), new RandomEdge(3, 4, 1)]);

        Assert.Equal(Enumerable.Range(0, 8), Run(graph, RandomGraph.Map(("resolution", Value.FromInteger(50)))));
    }

    private static IEnumerable<RandomEdge> Clique(int first) =>
        from i in Enumerable.Range(first, 4)
        from j in Enumerable.Range(first, 4)
        where i < j
        select new RandomEdge(i, j, 1);

    private static List<int> Run(RandomGraph graph, Value settings) =>
        [.. RandomGraph.Call(graph.Build(), "graph.communities", settings).Select(row => (int)row[1].AsInteger())];

    private static double Modularity(RandomGraph graph, List<int> communities)
    {
        if (graph.Edges.IsEmpty)
            return 0;

        double total = graph.Edges.Length;
        var degrees = new Dictionary<int, double>();
        foreach (var end in graph.Edges.SelectMany(edge => new[] { edge.Source, edge.Target }))
            degrees[communities[end]] = degrees.GetValueOrDefault(communities[end]) + 1;
        var inner = graph.Edges.Count(edge => communities[edge.Source] == communities[edge.Target]);
        return (inner / total) - degrees.Values.Sum(degree => Math.Pow(degree / (2 * total), 2));
    }
}
