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

    /// <summary>The ranges, sorted by label set, and the node id of each handle.</summary>
    public (ImmutableArray<NodeRange> Ranges, int[] NodeIds) Build(GraphType? type, ImmutableArray<string> labels)
    {
        var labelIds = labels.Select((label, id) => (label, id)).ToDictionary(pair => pair.label, pair => pair.id, StringComparer.Ordinal);
        var indexed = IndexedKeys.List(type);
        var ranges = ImmutableArray.CreateBuilder<NodeRange>(groups.Count);
        foreach (var (group, ids) in groups.Values
            .Select(group => (Group: group, Ids: group.Labels.Select(label => labelIds[label]).Order().ToImmutableArray()))
            .OrderBy(pair => pair.Ids, LabelSetOrder))
        {
            group.Start = ranges.Count == 0 ? 0 : ranges[^1].End;
            ranges.Add(new NodeRange(group.Start, group.Count, ids, group.Properties.Build(type, null, group.Count, indexed.Contains)));
        }

        var nodeIds = new int[rowOf.Count];
        for (var handle = 0; handle < nodeIds.Length; handle++)
            nodeIds[handle] = groupOf[handle].Start + rowOf[handle];
        return (ranges.ToImmutable(), nodeIds);
    }

    internal static Comparer<ImmutableArray<int>> LabelSetOrder { get; } =
        Comparer<ImmutableArray<int>>.Create(static (left, right) => left.AsSpan().SequenceCompareTo(right.AsSpan()));

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
    }
}
