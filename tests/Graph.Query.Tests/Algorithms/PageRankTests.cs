using CsCheck;
using QuikGraph;
using QuikGraph.Algorithms.Ranking;

namespace Graph.Query.Tests.Algorithms;

public sealed class PageRankTests
{
    private const double Tolerance = 1e-6;

    /// <summary>
    /// QuikGraph starts every score at 1 and knows no node without arcs; there the scores are the same but for the scale.
    /// </summary>
    [Fact]
    public void ScoresAreThoseOfQuikGraph() => RandomGraph.Gen.Select(WithoutDeadEnds).Sample(graph =>
    {
        var oracle = new PageRankAlgorithm<int, Edge<int>>(ToQuikGraph(graph)) { Damping = 0.85, MaxIterations = 200, Tolerance = 1e-12 };
        oracle.Compute();

        var scores = Run(graph, 200);
        for (var node = 0; node < graph.NodeCount; node++)
            Assert.Equal(oracle.Ranks[node] / graph.NodeCount, scores[node], Tolerance);
    });

    [Fact]
    public void ScoresSumToOne() => RandomGraph.Gen.Sample(graph => Assert.Equal(1, Run(graph, 20).Sum(), Tolerance));

    [Fact]
    public void WithoutStepsAllNodesAreAlike() => RandomGraph.Gen.Sample(graph =>
        Assert.All(Run(graph, 0), score => Assert.Equal(1.0 / graph.NodeCount, score, Tolerance)));

    private static List<double> Run(RandomGraph graph, int iterations)
    {
        var settings = RandomGraph.Map(("iterations", Value.FromInteger(iterations)), ("tolerance", Value.FromFloat(1e-13)));
        return [.. RandomGraph.Call(graph.Build(), "graph.pageRank", settings).Select(row => row[1].AsFloat())];
    }

    private static RandomGraph WithoutDeadEnds(RandomGraph graph)
    {
        var ends = Enumerable.Range(0, graph.NodeCount).Where(node => graph.Edges.All(edge => edge.Source != node));
        return graph with { Edges = graph.Edges.AddRange(ends.Select(node => new RandomEdge(node, (node + 1) % graph.NodeCount, 1))) };
    }

    private static BidirectionalGraph<int, Edge<int>> ToQuikGraph(RandomGraph graph)
    {
        var converted = new BidirectionalGraph<int, Edge<int>>(allowParallelEdges: true);
        converted.AddVertexRange(Enumerable.Range(0, graph.NodeCount));
        converted.AddEdgeRange(graph.Edges.Select(edge => new Edge<int>(edge.Source, edge.Target)));
        return converted;
    }
}
