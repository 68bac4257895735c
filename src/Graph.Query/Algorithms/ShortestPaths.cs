namespace Graph.Query.Algorithms;

/// <summary>A path without repeated nodes, with its cost.</summary>
internal sealed record CostedPath(int Source, ImmutableArray<Arc> Arcs) : IComparable<CostedPath>
{
    public PathCost Cost { get; } = new(Arcs.Sum(arc => arc.Weight), Arcs.Length);

    /// <summary>By cost, then length, then edge ids in order.</summary>
    public int CompareTo(CostedPath? other)
    {
        var costs = Cost.CompareTo(other!.Cost);
        return costs != 0 ? costs : Arcs.AsSpan().SequenceCompareTo(other.Arcs.AsSpan(), ArcsByEdge);
    }

    public PathValue ToValue() => new([Source, .. Arcs.Select(arc => arc.Target)], [.. Arcs.Select(arc => arc.Edge)]);

    private static readonly Comparer<Arc> ArcsByEdge = Comparer<Arc>.Create((left, right) => left.Edge.CompareTo(right.Edge));
}

/// <summary>The k least paths between two nodes, without repeated nodes (Yen 1971). Weights are not negative.</summary>
internal sealed class ShortestPaths(ArcExplorer explorer, int maximumLength, QueryBudget budget)
{
    private readonly ShortestPathSearch search = new(explorer, budget);

    /// <summary>The paths from the least on, found as they are asked for.</summary>
    public IEnumerable<CostedPath> Enumerate(int source, int target)
    {
        var found = new List<CostedPath>();
        var candidates = new SortedSet<CostedPath>();
        if (search.Find(source, target, maximumLength, [], []) is { } first)
            candidates.Add(new CostedPath(source, [.. first]));

        while (candidates.Min is { } least)
        {
            candidates.Remove(least);
            found.Add(least);
            yield return least;
            AddDeviations(least, target, found, candidates);
        }
    }

    /// <summary>For each node of a path, the least path that follows it up to there and then leaves every path found so far.</summary>
    private void AddDeviations(CostedPath path, int target, List<CostedPath> found, SortedSet<CostedPath> candidates)
    {
        var visited = new HashSet<int>();
        var node = path.Source;
        for (var i = 0; i < path.Arcs.Length; i++)
        {
            var root = path.Arcs[..i];
            var bannedEdges = found
                .Where(other => other.Arcs.Length > i && other.Arcs[..i].SequenceEqual(root))
                .Select(other => other.Arcs[i].Edge)
                .ToHashSet();
            var remaining = maximumLength == int.MaxValue ? int.MaxValue : maximumLength - i;
            if (search.Find(node, target, remaining, visited, bannedEdges) is { } spur)
                candidates.Add(new CostedPath(path.Source, root.AddRange(spur)));

            visited.Add(node);
            node = path.Arcs[i].Target;
        }
    }
}
