namespace Graph.Query.Selection;

/// <summary>A set of nodes as ascending, disjoint id ranges: what a label expression selects in a store sorted by label set.</summary>
internal sealed class NodeSelection
{
    private readonly int[] starts;
    private readonly int[] ends;

    private NodeSelection(int[] starts, int[] ends)
    {
        this.starts = starts;
        this.ends = ends;
        for (var i = 0; i < starts.Length; i++)
            Count += ends[i] - starts[i];
    }

    public int Count { get; }

    public int RangeCount => starts.Length;

    public Range32 this[int range] => new(starts[range], ends[range]);

    public bool Contains(int node)
    {
        if (starts.Length == 1)
            return node >= starts[0] && node < ends[0];

        for (var i = 0; i < starts.Length; i++)
        {
            if (node < ends[i])
                return node >= starts[i];
        }

        return false;
    }

    /// <summary>How many edges these nodes have together.</summary>
    public int CountEdges(AdjacencyView adjacency)
    {
        var count = 0;
        for (var range = 0; range < starts.Length; range++)
            count += adjacency.CountEdges(starts[range], ends[range]);
        return count;
    }

    /// <summary>The nodes whose label sets satisfy the condition; neighbouring ranges are joined.</summary>
    public static NodeSelection Create(GraphStore store, Func<NodeRange, bool> condition)
    {
        var starts = new List<int>();
        var ends = new List<int>();
        foreach (var range in store.NodeRanges)
        {
            if (range.Count == 0 || !condition(range))
                continue;

            if (ends.Count > 0 && ends[^1] == range.Start)
            {
                ends[^1] = range.End;
                continue;
            }

            starts.Add(range.Start);
            ends.Add(range.End);
        }

        return new NodeSelection([.. starts], [.. ends]);
    }
}
