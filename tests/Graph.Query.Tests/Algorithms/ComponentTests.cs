using CsCheck;
using QuikGraph;
using QuikGraph.Algorithms;

namespace Graph.Query.Tests.Algorithms;

/// <summary>QuikGraph is the oracle: the same nodes must share a component, and numbers follow the smallest node.</summary>
public sealed class ComponentTests
{
    [Fact]
    public void WeakComponentsAreThoseOfQuikGraph() => RandomGraph.Gen.Sample(graph =>
    {
        var expected = new Dictionary<int, int>();
        ToQuikGraph(graph).WeaklyConnectedComponents(expected);

        Assert.Equal(NumberInOrder(graph, expected), Run(graph, "weak"));
    });

    [Fact]
    public void StrongComponentsAreThoseOfQuikGraph() => RandomGraph.Gen.Sample(graph =>
    {
        var expected = new Dictionary<int, int>();
        ToQuikGraph(graph).StronglyConnectedComponents(expected);

        Assert.Equal(NumberInOrder(graph, expected), Run(graph, "strong"));
    });

    private static IEnumerable<long> Run(RandomGraph graph, string mode)
    {
        var rows = RandomGraph.Call(graph.Build(), "graph.components", RandomGraph.Map(("mode", Value.FromString(mode))));
        Assert.Equal(Enumerable.Range(0, graph.NodeCount), rows.Select(row => row[0].AsNode()));
        return rows.Select(row => row[1].AsInteger());
    }

    private static AdjacencyGraph<int, Edge<int>> ToQuikGraph(RandomGraph graph)
    {
        var converted = new AdjacencyGraph<int, Edge<int>>(allowParallelEdges: true);
        converted.AddVertexRange(Enumerable.Range(0, graph.NodeCount));
        converted.AddEdgeRange(graph.Edges.Select(edge => new Edge<int>(edge.Source, edge.Target)));
        return converted;
    }

    private static IEnumerable<long> NumberInOrder(RandomGraph graph, Dictionary<int, int> components)
    {
        var order = Enumerable.Range(0, graph.NodeCount).Select(node => components[node]).Distinct().ToList();
        return Enumerable.Range(0, graph.NodeCount).Select(node => (long)order.IndexOf(components[node]));
    }
}
