namespace Graph.Export;

/// <summary>What a layout knows of a graph: nodes by index with their sizes, and links between different nodes.</summary>
internal sealed class LayoutGraph
{
    public LayoutGraph(IReadOnlyList<Extent> sizes, IReadOnlyList<(int Source, int Target)> links)
    {
        Sizes = sizes;
        Links = links;
        var neighbours = new SortedSet<int>[sizes.Count];
        for (var node = 0; node < neighbours.Length; node++)
            neighbours[node] = [];
        foreach (var (source, target) in links)
        {
            neighbours[source].Add(target);
            neighbours[target].Add(source);
        }

        Neighbours = [.. neighbours.Select(set => set.ToArray())];
    }

    public IReadOnlyList<Extent> Sizes { get; }

    public IReadOnlyList<(int Source, int Target)> Links { get; }

    public int Count => Sizes.Count;

    /// <summary>Of each node, ascending, whatever the direction.</summary>
    public int[][] Neighbours { get; }

    /// <summary>The connected parts, the largest first; each by ascending node.</summary>
    public List<int[]> FindComponents()
    {
        var seen = new bool[Count];
        var components = new List<int[]>();
        for (var start = 0; start < Count; start++)
        {
            if (seen[start])
                continue;

            var component = new List<int> { start };
            seen[start] = true;
            for (var i = 0; i < component.Count; i++)
            {
                foreach (var neighbour in Neighbours[component[i]].Where(neighbour => !seen[neighbour]))
                {
                    seen[neighbour] = true;
                    component.Add(neighbour);
                }
            }

            components.Add([.. component.Order()]);
        }

        return [.. components.OrderByDescending(component => component.Length)];
    }

    /// <summary>The graph of some nodes only, numbered as they come.</summary>
    public LayoutGraph Select(int[] nodes)
    {
        var index = nodes.Select((node, position) => (node, position)).ToDictionary(pair => pair.node, pair => pair.position);
        return new LayoutGraph(
            [.. nodes.Select(node => Sizes[node])],
            [.. Links.Where(link => index.ContainsKey(link.Source)).Select(link => (index[link.Source], index[link.Target]))]);
    }
}

/// <summary>Where the nodes of a graph stand, and by which points links lead that do not go straight.</summary>
internal sealed record LayoutResult(Point[] Nodes, IReadOnlyDictionary<(int Source, int Target), Point[]> Bends)
{
    public static readonly IReadOnlyDictionary<(int, int), Point[]> Straight = new Dictionary<(int, int), Point[]>();
}
