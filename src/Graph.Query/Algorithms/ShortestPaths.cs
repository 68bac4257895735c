namespace Graph.Query.Algorithms;

/// <summary>A path without repeated nodes, with its cost.</summary>
/// <param name="Deviation">The position from which on it differs from the path it was made from.</param>
internal sealed record CostedPath(int Source, ImmutableArray<Arc> Arcs, int Deviation) : IComparable<CostedPath>
{
    private static readonly Comparer<Arc> ArcsByEdge = Comparer<Arc>.Create((left, right) => left.Edge.CompareTo(right.Edge));

    public PathCost Cost { get; } = new(Arcs.Sum(arc => arc.Weight), Arcs.Length);

    /// <summary>By cost, then length, then edge ids in order.</summary>
    public int CompareTo(CostedPath? other)
    {
        var costs = Cost.CompareTo(other!.Cost);
        return costs != 0 ? costs : Arcs.AsSpan().SequenceCompareTo(other.Arcs.AsSpan(), ArcsByEdge);
    }

    public PathValue ToValue() => new([Source, .. Arcs.Select(arc => arc.Target)], [.. Arcs.Select(arc => arc.Edge)]);
}

/// <summary>
/// The k least paths between two nodes, without repeated nodes (Yen 1971, with Lawler's saving). Weights are not negative.
/// </summary>
internal sealed class ShortestPaths(ArcExplorer explorer, int maximumLength, QueryBudget budget)
{
    /// <summary>The paths from the least on, found as they are asked for.</summary>
    public IEnumerable<CostedPath> Enumerate(int source, int target)
    {
        var distances = TargetDistances.Compute(explorer, source, target, budget);
        if (distances.IsUnreachable)
            yield break;

        var search = new AStarSearch(explorer, distances, budget);
        var found = new List<CostedPath>();
        var candidates = new SortedSet<CostedPath>();
        if (search.Find(source, target, maximumLength, [], []) is { } first)
            candidates.Add(new CostedPath(source, [.. first], 0));

        while (candidates.Min is { } least)
        {
            candidates.Remove(least);
            found.Add(least);
            yield return least;
            AddDeviations(search, least, target, found, candidates);
        }
    }

    /// <summary>
    /// For each node from the path's own deviation on, the least path that follows it up to there and then leaves every path found so far.
    /// Deviations before that were made for the path it deviates from.
    /// </summary>
    private void AddDeviations(
        AStarSearch search, CostedPath path, int target, List<CostedPath> found, SortedSet<CostedPath> candidates)
    {
        var visited = new HashSet<int>();
        var node = path.Source;
        for (var i = 0; i < path.Arcs.Length; i++)
        {
            if (i >= path.Deviation)
            {
                var root = path.Arcs[..i];
                var remaining = maximumLength == int.MaxValue ? int.MaxValue : maximumLength - i;
                if (search.Find(node, target, remaining, visited, FindUsedEdges(root, found)) is { } spur)
                    candidates.Add(new CostedPath(path.Source, root.AddRange(spur), i));
            }

            visited.Add(node);
            node = path.Arcs[i].Target;
        }
    }

    /// <summary>The edges by which the paths found so far go on from a beginning.</summary>
    private static HashSet<int> FindUsedEdges(ImmutableArray<Arc> root, List<CostedPath> found) =>
        [.. found
            .Where(path => path.Arcs.Length > root.Length && path.Arcs[..root.Length].SequenceEqual(root))
            .Select(path => path.Arcs[root.Length].Edge)];
}
