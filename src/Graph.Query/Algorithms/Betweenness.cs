namespace Graph.Query.Algorithms;

/// <summary>
/// For each node the sum, over all pairs of other nodes, of the part of their shortest paths that pass through it (Brandes 2001).
/// Paths are paths of nodes: parallel edges make no difference.
/// </summary>
internal static class Betweenness
{
    /// <param name="undirected">The projection crosses edges both ways, so that every pair is met twice.</param>
    /// <param name="normalized">Divided by the number of pairs, so that scores lie between 0 and 1.</param>
    public static double[] Compute(GraphProjection graph, bool undirected, bool normalized, QueryBudget budget)
    {
        var search = new BrandesSearch(graph.WithoutParallelArcs(budget), budget);
        for (var source = 0; source < graph.NodeCount; source++)
            search.AddPathsFrom(source);

        var pairs = Math.Max(1.0, (graph.NodeCount - 1.0) * (graph.NodeCount - 2.0));
        var scale = normalized ? 1 / pairs : undirected ? 0.5 : 1;
        return Array.ConvertAll(search.Scores, score => score * scale);
    }
}

/// <summary>The breadth-first searches of Brandes' algorithm, with their working space.</summary>
internal sealed class BrandesSearch(GraphProjection graph, QueryBudget budget)
{
    private readonly int[] order = new int[graph.NodeCount];
    private readonly int[] distances = CreateUnreached(graph.NodeCount);
    private readonly double[] pathCounts = new double[graph.NodeCount];
    private readonly double[] dependencies = new double[graph.NodeCount];

    public double[] Scores { get; } = new double[graph.NodeCount];

    public void AddPathsFrom(int source)
    {
        var reached = Search(source);
        for (var i = reached - 1; i > 0; i--)
        {
            CheckAt(i);
            AddDependency(order[i]);
        }

        for (var i = 0; i < reached; i++)
            Settle(order[i]);
    }

    private void CheckAt(int place)
    {
        if (place % QueryBudget.CheckInterval == 0)
            budget.Check();
    }

    private static int[] CreateUnreached(int count)
    {
        var distances = new int[count];
        Array.Fill(distances, -1);
        return distances;
    }

    private int Search(int source)
    {
        (order[0], distances[source], pathCounts[source]) = (source, 0, 1);
        var reached = 1;
        for (var head = 0; head < reached; head++)
        {
            CheckAt(head);
            var node = order[head];
            foreach (var target in graph.GetTargets(node))
            {
                if (distances[target] < 0)
                {
                    distances[target] = distances[node] + 1;
                    order[reached++] = target;
                }

                if (distances[target] == distances[node] + 1)
                    pathCounts[target] += pathCounts[node];
            }
        }

        return reached;
    }

    // Backwards from the farthest node, the dependency of a node is complete once all nodes behind it are done;
    // it is pulled from them, as the arcs lead forwards only.
    private void AddDependency(int node)
    {
        foreach (var target in graph.GetTargets(node))
        {
            if (distances[target] == distances[node] + 1)
                dependencies[node] += pathCounts[node] / pathCounts[target] * (1 + dependencies[target]);
        }
    }

    private void Settle(int node)
    {
        Scores[node] += dependencies[node];
        (distances[node], pathCounts[node], dependencies[node]) = (-1, 0, 0);
    }
}
