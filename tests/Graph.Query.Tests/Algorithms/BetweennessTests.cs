using CsCheck;

namespace Graph.Query.Tests.Algorithms;

/// <summary>Against the definition: the part of the shortest paths between each two other nodes that passes through a node.</summary>
public sealed class BetweennessTests
{
    private const double Tolerance = 1e-9;

    [Fact]
    public void ScoresFollowTheDefinition() =>
        Gen.Select(RandomGraph.Gen, Gen.Bool, Gen.Bool).Sample((graph, bothWays, normalized) =>
        {
            var settings = RandomGraph.Map(
                ("direction", Value.FromString(bothWays ? "both" : "out")), ("normalized", Value.FromBoolean(normalized)));
            var store = graph.Build();
            var actual = RandomGraph.Call(store, "graph.betweenness", settings).Select(row => row[1].AsFloat()).ToList();

            var pairs = normalized ? Math.Max(1, (graph.NodeCount - 1) * (graph.NodeCount - 2)) : bothWays ? 2 : 1;
            for (var node = 0; node < graph.NodeCount; node++)
                Assert.Equal(Score(store, node, bothWays) / pairs, actual[node], Tolerance);
        });

    private static double Score(GraphStore store, int node, bool bothWays)
    {
        var score = 0.0;
        for (var source = 0; source < store.NodeCount; source++)
        {
            for (var target = 0; target < store.NodeCount; target++)
            {
                if (source == target || source == node || target == node)
                    continue;
                var paths = ShortestNodePaths(store, source, target, bothWays);
                if (paths.Count > 0)
                    score += (double)paths.Count(path => path.Contains(node)) / paths.Count;
            }
        }

        return score;
    }

    private static List<ImmutableArray<int>> ShortestNodePaths(GraphStore store, int source, int target, bool bothWays)
    {
        var paths = SimplePaths.Enumerate(store, source, target, bothWays).Select(edges => ToNodes(store, source, edges)).ToList();
        var shortest = paths.Where(path => path.Length == paths.Min(other => other.Length));
        return [.. shortest.DistinctBy(path => string.Join(' ', path))];
    }

    private static ImmutableArray<int> ToNodes(GraphStore store, int source, ImmutableArray<int> edges)
    {
        var nodes = ImmutableArray.Create(source);
        foreach (var edge in edges)
        {
            var table = store.GetEdgeTable(edge);
            nodes = nodes.Add(table.GetSource(edge) == nodes[^1] ? table.GetTarget(edge) : table.GetSource(edge));
        }

        return nodes;
    }
}
