using CsCheck;
using Graph.Core;
using QuikGraph;
using QuikGraph.Algorithms;
using QuikGraph.Algorithms.Search;

namespace Graph.Core.Tests.Store;

public sealed class AdjacencyTests
{
    private static readonly Gen<(int Nodes, (int Source, int Target, int Type)[] Edges)> Graphs =
        Gen.Select(Gen.Int[1, 60], Gen.Int[0, 60]).SelectMany((nodes, edges) =>
            Gen.Select(Gen.Int[0, nodes - 1], Gen.Int[0, nodes - 1], Gen.Int[0, 2]).Array[edges].Select(list => (nodes, list)));

    [Fact]
    public void BothDirectionsAreThoseOfAListOfEdges() => Graphs.Sample((nodes, edges) =>
    {
        var store = Build(nodes, edges);
        var expected = edges.Select((edge, arrival) => (edge.Type, edge.Source, edge.Target, Arrival: arrival)).Order().ToArray();
        Assert.Equal(expected.Length, store.EdgeCount);
        for (var id = 0; id < expected.Length; id++)
        {
            var table = store.GetEdgeTable(id);
            Assert.Equal(
                expected[id],
                (table.Type[1] - '0', table.GetSource(id), table.GetTarget(id), (int)store.GetEdgeProperty(id, "arrival").AsInteger()));
        }

        foreach (var table in store.EdgeTables)
        {
            for (var node = -1; node <= nodes; node++)
                AssertRuns(table, node);
            var sources = new int[table.Count];
            table.Outgoing.View.CopyNodes(0, sources);
            Assert.Equal(Enumerable.Range(table.FirstEdge, table.Count).Select(table.GetSource), sources);
        }
    });

    [Fact]
    public void SourcesCanBeCopiedFromAnyPosition() => Graphs.Sample((nodes, edges) =>
    {
        foreach (var table in Build(nodes, edges).EdgeTables)
        {
            for (var start = 0; start < table.Count; start++)
            {
                var sources = new int[Math.Min(3, table.Count - start)];
                table.Outgoing.View.CopyNodes(start, sources);
                Assert.Equal(Enumerable.Range(table.FirstEdge + start, sources.Length).Select(table.GetSource), sources);
            }
        }
    });

    [Fact]
    public void QuikGraphSeesTheSameGraphAsItsOwn() => Graphs.Sample((nodes, edges) =>
    {
        var view = new BidirectionalStoreGraph(Build(nodes, edges));
        var own = new BidirectionalGraph<int, StoreEdge>();
        own.AddVertexRange(Enumerable.Range(0, nodes));
        own.AddEdgeRange(view.Edges);

        Assert.Equal((own.VertexCount, own.EdgeCount), (view.VertexCount, view.EdgeCount));
        Assert.Equal(
            edges.Select(edge => (edge.Source, edge.Target)).Order(), view.Edges.Select(edge => (edge.Source, edge.Target)).Order());
        for (var node = 0; node < nodes; node++)
        {
            Assert.Equal(own.OutEdges(node).OrderBy(edge => edge.Id), view.OutEdges(node).OrderBy(edge => edge.Id));
            Assert.Equal(own.InEdges(node).OrderBy(edge => edge.Id), view.InEdges(node).OrderBy(edge => edge.Id));
            Assert.Equal(
                (own.OutDegree(node), own.InDegree(node), own.Degree(node)),
                (view.OutDegree(node), view.InDegree(node), view.Degree(node)));
            Assert.Equal(own.ContainsEdge(0, node), view.ContainsEdge(0, node));
        }

        Assert.All(own.Edges, edge => Assert.True(view.ContainsEdge(edge)));
    });

    [Fact]
    public void QuikGraphAlgorithmsGiveTheSameOnTheStore() => Graphs.Sample((nodes, edges) =>
    {
        var view = new BidirectionalStoreGraph(Build(nodes, edges));
        var own = new BidirectionalGraph<int, StoreEdge>();
        own.AddVertexRange(Enumerable.Range(0, nodes));
        own.AddEdgeRange(view.Edges);

        Assert.Equal(ReachedByBreadth(own), ReachedByBreadth(view));
        Assert.Equal(Components(own, own.WeaklyConnectedComponents), Components(view, view.WeaklyConnectedComponents));
        Assert.Equal(Components(own, own.StronglyConnectedComponents), Components(view, view.StronglyConnectedComponents));
        var (ownPaths, viewPaths) = (own.ShortestPathsDijkstra(Weigh, 0), view.ShortestPathsDijkstra(Weigh, 0));
        for (var node = 1; node < nodes; node++)
        {
            var isReached = ownPaths(node, out var expected);
            Assert.Equal(isReached, viewPaths(node, out var actual));
            Assert.Equal(expected?.Sum(Weigh), actual?.Sum(Weigh));
        }
    });

    private static double Weigh(StoreEdge edge) => 1 + (edge.Source + edge.Target) % 3;

    private static IEnumerable<int> ReachedByBreadth(IVertexListGraph<int, StoreEdge> graph)
    {
        var search = new BreadthFirstSearchAlgorithm<int, StoreEdge>(graph);
        var reached = new List<int>();
        search.FinishVertex += reached.Add;
        search.SetRootVertex(0);
        search.Compute();
        return reached.Order();
    }

    private static IEnumerable<string> Components(IVertexSet<int> graph, Func<IDictionary<int, int>, int> find)
    {
        var components = new Dictionary<int, int>();
        find(components);
        return graph.Vertices.GroupBy(node => components[node]).Select(group => string.Join(' ', group.Order())).Order();
    }

    private static void AssertRuns(EdgeTable table, int node)
    {
        var ids = Enumerable.Range(table.FirstEdge, table.Count).ToArray();
        var (outgoing, incoming) = (table.Outgoing.View.GetRun(node), table.Incoming.View.GetRun(node));
        Assert.Equal(
            ids.Where(id => table.GetSource(id) == node),
            Enumerable.Range(outgoing.Start, outgoing.Count).Select(position => table.Outgoing.View.GetEdge(position)));
        Assert.Equal(
            ids.Where(id => table.GetTarget(id) == node),
            Enumerable.Range(incoming.Start, incoming.Count).Select(position => table.Incoming.View.GetEdge(position)));
        Assert.Equal(
            ids.Where(id => table.GetSource(id) == node).Select(table.GetTarget), table.Outgoing.View.GetNeighbours(node).ToArray());
        Assert.Equal(
            ids.Where(id => table.GetTarget(id) == node).Select(table.GetSource), table.Incoming.View.GetNeighbours(node).ToArray());
    }

    private static GraphStore Build(int nodes, (int Source, int Target, int Type)[] edges)
    {
        var builder = new GraphBuilder();
        for (var i = 0; i < nodes; i++)
            builder.AddNode(["Node"], []);
        for (var i = 0; i < edges.Length; i++)
            builder.AddEdge($"T{edges[i].Type}", edges[i].Source, edges[i].Target, [new("arrival", Value.FromInteger(i))]);
        return builder.Build();
    }
}
