namespace Graph.Query.Algorithms;

/// <summary>
/// How far nodes are from a target at least: exact for the nodes that are no farther than the source (Dijkstra 1959, from the target),
/// and the distance of the source for all others. What is avoided later only makes ways longer.
/// </summary>
internal sealed class TargetDistances
{
    private readonly Dictionary<int, PathCost> exact = [];
    private PathCost farthest;

    private TargetDistances()
    {
    }

    /// <summary>No path leads from the source to the target.</summary>
    public bool IsUnreachable { get; private set; }

    public static TargetDistances Compute(ArcExplorer explorer, int source, int target, QueryBudget budget)
    {
        var distances = new TargetDistances { IsUnreachable = true };
        var reached = new Dictionary<int, PathCost> { [target] = default };
        var queue = new PriorityQueue<int, PathCost>();
        queue.Enqueue(target, default);
        while (distances.IsUnreachable && queue.TryDequeue(out var node, out var distance))
        {
            if (!distances.exact.TryAdd(node, distance))
                continue;

            budget.Check();
            distances.farthest = distance;
            distances.IsUnreachable = node != source;
            foreach (var arc in explorer.GetReversedArcs(node))
            {
                var next = distance + new PathCost(arc.Weight, 1);
                if (reached.TryGetValue(arc.Target, out var known) && known.CompareTo(next) <= 0)
                    continue;
                reached[arc.Target] = next;
                queue.Enqueue(arc.Target, next);
            }
        }

        return distances;
    }

    public PathCost GetLeast(int node) => exact.TryGetValue(node, out var distance) ? distance : farthest;
}
