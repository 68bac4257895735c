namespace Graph.Query.Algorithms;

/// <summary>Costs are compared before lengths: of two paths that cost the same, the one with fewer edges is shorter.</summary>
internal readonly record struct PathCost(double Cost, int Length) : IComparable<PathCost>
{
    public int CompareTo(PathCost other)
    {
        var costs = Cost.CompareTo(other.Cost);
        return costs != 0 ? costs : Length.CompareTo(other.Length);
    }

    public static PathCost operator +(PathCost left, PathCost right) => new(left.Cost + right.Cost, left.Length + right.Length);
}

/// <summary>A path from the source of a search, as its last arc and the path before it.</summary>
/// <param name="Cost">From the source to the end of the last arc.</param>
/// <param name="Total">The cost, and the least that the rest of the way can cost.</param>
internal sealed record SearchedPath(SearchedPath? Before, Arc Last, PathCost Cost, PathCost Total) : IComparable<SearchedPath>
{
    /// <summary>
    /// The most promising first; of those the shortest, so that all the best ways to a node are known before one of them is followed;
    /// of those the one with the least edge ids in order.
    /// </summary>
    public int CompareTo(SearchedPath? other)
    {
        var totals = Total.CompareTo(other!.Total);
        if (totals != 0)
            return totals;

        var costs = Cost.CompareTo(other.Cost);
        return costs != 0 ? costs : CompareEdges(this, other);
    }

    public Arc[] ToArcs()
    {
        var arcs = new Arc[Cost.Length];
        for (var path = this; path.Before is not null; path = path.Before)
            arcs[path.Cost.Length - 1] = path.Last;
        return arcs;
    }

    // Both have the same length. The edges nearest to the source decide, so the last difference that is met is the one.
    private static int CompareEdges(SearchedPath left, SearchedPath right)
    {
        var order = 0;
        for (; left.Before is not null && !ReferenceEquals(left, right); (left, right) = (left.Before, right.Before!))
        {
            var edges = left.Last.Edge.CompareTo(right.Last.Edge);
            order = edges != 0 ? edges : order;
        }

        return order;
    }
}

/// <summary>
/// The least path to a target by cost, length and then edge ids in order, that avoids given nodes and first edges and has at most so
/// many edges: A* (Hart, Nilsson and Raphael 1968) with the distances that hold where nothing is avoided.
/// </summary>
internal sealed class AStarSearch(ArcExplorer explorer, TargetDistances distances, QueryBudget budget)
{
    /// <param name="bannedEdges">Edges that the path may not begin with.</param>
    /// <returns>The arcs of the path, or null where there is none.</returns>
    public Arc[]? Find(int source, int target, int maximumLength, HashSet<int> bannedNodes, HashSet<int> bannedEdges)
    {
        var shortest = new Dictionary<int, int>();
        var queue = new PriorityQueue<int, SearchedPath>();
        queue.Enqueue(source, new SearchedPath(null, default, default, distances.GetLeast(source)));
        while (queue.TryDequeue(out var node, out var path))
        {
            budget.Check();
            if (node == target)
                return path.ToArcs();
            if (!IsWorthFollowing(shortest, node, path.Cost.Length, maximumLength))
                continue;

            foreach (var arc in explorer.GetArcs(node))
            {
                var isBanned = bannedNodes.Contains(arc.Target) || (node == source && bannedEdges.Contains(arc.Edge));
                if (!isBanned && path.Cost.Length < maximumLength && !HasShorter(shortest, arc.Target, path.Cost.Length + 1, maximumLength))
                    queue.Enqueue(arc.Target, Extend(path, arc));
            }
        }

        return null;
    }

    // Paths come in the order of their cost. A later one to the same node is of use only if length counts and it has fewer edges.
    private static bool IsWorthFollowing(Dictionary<int, int> shortest, int node, int length, int maximumLength)
    {
        if (HasShorter(shortest, node, length, maximumLength))
            return false;

        shortest[node] = length;
        return true;
    }

    private static bool HasShorter(Dictionary<int, int> shortest, int node, int length, int maximumLength) =>
        shortest.TryGetValue(node, out var known) && (maximumLength == int.MaxValue || known <= length);

    private SearchedPath Extend(SearchedPath path, Arc arc)
    {
        var cost = path.Cost + new PathCost(arc.Weight, 1);
        return new SearchedPath(path, arc, cost, cost + distances.GetLeast(arc.Target));
    }
}
