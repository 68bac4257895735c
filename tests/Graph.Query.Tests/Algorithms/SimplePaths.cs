namespace Graph.Query.Tests.Algorithms;

/// <summary>Every path without repeated nodes, by brute force; the oracle of the path algorithms. Edges are ids of the store.</summary>
public static class SimplePaths
{
    public static IEnumerable<ImmutableArray<int>> Enumerate(GraphStore store, int source, int target, bool bothWays) =>
        Extend(store, source, target, bothWays, [], [source]);

    private static IEnumerable<ImmutableArray<int>> Extend(
        GraphStore store, int node, int target, bool bothWays, ImmutableArray<int> edges, ImmutableHashSet<int> visited)
    {
        if (node == target)
        {
            yield return edges;
            yield break;
        }

        for (var edge = 0; edge < store.EdgeCount; edge++)
        {
            var table = store.GetEdgeTable(edge);
            foreach (var (from, to) in Ends(table.GetSource(edge), table.GetTarget(edge), bothWays))
            {
                if (from != node || visited.Contains(to))
                    continue;
                foreach (var path in Extend(store, to, target, bothWays, edges.Add(edge), visited.Add(to)))
                    yield return path;
            }
        }
    }

    private static IEnumerable<(int From, int To)> Ends(int source, int target, bool bothWays) =>
        bothWays ? [(source, target), (target, source)] : [(source, target)];
}
