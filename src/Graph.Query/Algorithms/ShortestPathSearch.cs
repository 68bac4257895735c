namespace Graph.Query.Algorithms;

/// <summary>Costs are compared before lengths: of two paths that cost the same, the one with fewer edges is shorter.</summary>
internal readonly record struct PathCost(double Cost, int Length) : IComparable<PathCost>
{
    public int CompareTo(PathCost other)
    {
        var costs = Cost.CompareTo(other.Cost);
        return costs != 0 ? costs : Length.CompareTo(other.Length);
    }

    public PathCost Before(Arc arc) => new(arc.Weight + Cost, Length + 1);
}

/// <summary>
/// The least path between two nodes by cost, length and then edge ids in order, that avoids given nodes and first edges and has at most so many
/// edges (Dijkstra 1959, from the target, so that the walk back picks edges in the order of the path).
/// </summary>
internal sealed class ShortestPathSearch(ArcExplorer explorer, QueryBudget budget)
{
    /// <param name="bannedEdges">Edges that the path may not begin with.</param>
    /// <returns>The edges of the path, or null where there is none.</returns>
    public List<Arc>? Find(int source, int target, int maximumLength, HashSet<int> bannedNodes, HashSet<int> bannedEdges)
    {
        var labels = LabelNodes(source, target, maximumLength, bannedNodes, bannedEdges);
        return labels.TryGetValue(source, out var costs) ? WalkBack(source, costs[0], labels, bannedEdges) : null;
    }

    /// <summary>
    /// The least costs from nodes to the target, ascending; where length is limited a node keeps a dearer path that has fewer edges too.
    /// </summary>
    private Dictionary<int, List<PathCost>> LabelNodes(
        int source, int target, int maximumLength, HashSet<int> bannedNodes, HashSet<int> bannedEdges)
    {
        var labels = new Dictionary<int, List<PathCost>>();
        var queue = new PriorityQueue<int, PathCost>();
        queue.Enqueue(target, default);
        while (queue.TryDequeue(out var node, out var cost))
        {
            if (!TryAddLabel(labels, node, cost, maximumLength))
                continue;
            if (node == source)
                break;

            budget.Check();
            if (cost.Length == maximumLength)
                continue;

            foreach (var arc in explorer.GetReversedArcs(node))
            {
                var isBanned = bannedNodes.Contains(arc.Target) || (arc.Target == source && bannedEdges.Contains(arc.Edge));
                if (!isBanned)
                    queue.Enqueue(arc.Target, cost.Before(arc));
            }
        }

        return labels;
    }

    // Labels come in ascending order, so a later one is worth keeping only if it has fewer edges.
    private static bool TryAddLabel(Dictionary<int, List<PathCost>> labels, int node, PathCost cost, int maximumLength)
    {
        if (!labels.TryGetValue(node, out var known))
            labels.Add(node, known = []);
        else if (maximumLength == int.MaxValue || cost.Length >= known[^1].Length)
            return false;

        known.Add(cost);
        return true;
    }

    private List<Arc> WalkBack(int source, PathCost cost, Dictionary<int, List<PathCost>> labels, HashSet<int> bannedEdges)
    {
        var path = new List<Arc>(cost.Length);
        var node = source;
        while (cost.Length > 0)
        {
            var (arc, rest) = FindNext(node, cost, labels, path.Count == 0 ? bannedEdges : []);
            path.Add(arc);
            (node, cost) = (arc.Target, rest);
        }

        return path;
    }

    /// <summary>The arc with the least edge id that some label of its end continues to exactly the given cost.</summary>
    private (Arc Arc, PathCost Remainder) FindNext(int node, PathCost cost, Dictionary<int, List<PathCost>> labels, HashSet<int> bannedEdges)
    {
        (Arc Arc, PathCost Remainder)? best = null;
        foreach (var arc in explorer.GetArcs(node))
        {
            if (bannedEdges.Contains(arc.Edge) || !labels.TryGetValue(arc.Target, out var rests) || (best is { } found && found.Arc.Edge <= arc.Edge))
                continue;

            foreach (var rest in rests)
            {
                if (rest.Before(arc) == cost)
                    best = (arc, rest);
            }
        }

        return best ?? throw new InvalidOperationException("A label has no arc that gave it.");
    }
}
