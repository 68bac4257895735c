namespace Graph.Core;

/// <summary>Nodes while a graph is built: a group for each label set, numbered within it in order of arrival.</summary>
internal sealed class NodeCollector
{
    private readonly Dictionary<string, NodeGroup> groups = new(StringComparer.Ordinal);
    private readonly List<NodeGroup> groupOf = [];
    private readonly List<int> rowOf = [];

    public int Count => rowOf.Count;

    public int Add(IReadOnlyList<string> labels, IEnumerable<KeyValuePair<string, Value>> properties)
    {
        var group = FindGroup(labels);
        group.Properties.Add(group.Count, properties);
        groupOf.Add(group);
        rowOf.Add(group.Count++);
        return rowOf.Count - 1;
    }

    /// <summary>Adds many nodes; their handles follow one another. Returns the first.</summary>
    public int Add(IReadOnlyList<string> labels, int count, IReadOnlyList<PropertyColumn> columns)
    {
        if (count == 0)
            return rowOf.Count;
        var group = FindGroup(labels);
        group.Properties.Add(group.Count, count, columns);
        for (var i = 0; i < count; i++)
        {
            groupOf.Add(group);
            rowOf.Add(group.Count++);
        }

        return rowOf.Count - count;
    }

    public IEnumerable<string> ListLabels() => groups.Values.SelectMany(group => group.Labels);

    /// <summary>Sorts the groups by label set. Returns the node id of each handle, which is all that edges need to know.</summary>
    public int[] Number(ImmutableArray<string> labels)
    {
        var labelIds = labels.Select((label, id) => (label, id)).ToDictionary(pair => pair.label, pair => pair.id, StringComparer.Ordinal);
        foreach (var group in groups.Values)
            group.LabelIds = [.. group.Labels.Select(label => labelIds[label]).Order()];
        var start = 0;
        foreach (var group in ListSorted())
        {
            group.Start = start;
            start += group.Count;
        }

        var nodeIds = new int[rowOf.Count];
        for (var handle = 0; handle < nodeIds.Length; handle++)
            nodeIds[handle] = groupOf[handle].Start + rowOf[handle];
        return nodeIds;
    }

    /// <summary>The ranges, in the order in which they were numbered.</summary>
    public ImmutableArray<NodeRange> Build(GraphType? type)
    {
        var indexed = IndexedKeys.List(type);
        var sorted = ListSorted();
        var ranges = new NodeRange[sorted.Length];
        Parallel.For(0, sorted.Length, i => ranges[i] = sorted[i].Build(type, indexed));
        return ImmutableArray.Create(ranges);
    }

    internal static Comparer<ImmutableArray<int>> LabelSetOrder { get; } =
        Comparer<ImmutableArray<int>>.Create(static (left, right) => left.AsSpan().SequenceCompareTo(right.AsSpan()));

    private NodeGroup[] ListSorted() => [.. groups.Values.OrderBy(group => group.LabelIds, LabelSetOrder)];

    private NodeGroup FindGroup(IReadOnlyList<string> labels)
    {
        // No label can hold the separator, as it is no character of a text.
        var name = labels.Count == 1 ? labels[0] : string.Join('\uFFFF', labels.Distinct().Order(StringComparer.Ordinal));
        if (!groups.TryGetValue(labels.Count == 0 ? "\uFFFF" : name, out var group))
            groups.Add(labels.Count == 0 ? "\uFFFF" : name, group = new NodeGroup([.. labels.Distinct()]));
        return group;
    }

    private sealed class NodeGroup(ImmutableArray<string> labels)
    {
        public ImmutableArray<string> Labels => labels;

        public PropertyBuffer Properties { get; } = new();

        public int Count { get; set; }

        public int Start { get; set; }

        /// <summary>Ascending; known when the nodes are numbered.</summary>
        public ImmutableArray<int> LabelIds { get; set; } = [];

        public NodeRange Build(GraphType? type, HashSet<string> indexed) =>
            new(Start, Count, LabelIds, Properties.Build(type, null, Count, indexed.Contains));
    }
}
