namespace Graph.Annotations;

/// <summary>The nodes of one space by their ids.</summary>
internal sealed class TableSpace
{
    public const int NotFound = NodeKeyIndex.NotFound;

    private readonly NodeKeyIndex index = new();
    private readonly List<int> handles = [];

    /// <summary>Gives each row a number, counted from the one returned. Rows whose id is missing or taken are refused.</summary>
    public int Add(PropertyColumn ids, out IReadOnlyList<int> refused)
    {
        var first = handles.Count;
        refused = index.Add(ids, first);
        handles.AddRange(Enumerable.Repeat(NotFound, ids.Count));
        return first;
    }

    public void SetHandle(int number, int handle) => handles[number] = handle;

    /// <summary>The node that each row refers to, or <see cref="NotFound"/>.</summary>
    public int[] Find(PropertyColumn references)
    {
        var found = index.Find(references);
        for (var row = 0; row < found.Length; row++)
            found[row] = found[row] == NodeKeyIndex.NotFound ? NotFound : handles[found[row]];
        return found;
    }
}

/// <summary>What the nodes of tables are: runs of handles with the same labels.</summary>
internal sealed class TableNodes
{
    private readonly List<NodeRun> runs = [];
    private readonly List<int> starts = [];

    public int RunCount => runs.Count;

    public void Add(int firstHandle, ImmutableArray<string> labels, IReadOnlyList<PropertyColumn> properties)
    {
        runs.Add(new NodeRun(firstHandle, labels, [.. properties]));
        starts.Add(firstHandle);
    }

    public int FindRun(int handle)
    {
        var index = starts.BinarySearch(handle);
        return index >= 0 ? index : ~index - 1;
    }

    public ImmutableArray<string> GetLabels(int run) => runs[run].Labels;

    public GraphNode GetNode(int handle) => runs[FindRun(handle)].GetNode(handle);

    private sealed record NodeRun(int FirstHandle, ImmutableArray<string> Labels, ImmutableArray<PropertyColumn> Properties)
    {
        public GraphNode GetNode(int handle)
        {
            var row = handle - FirstHandle;
            var key = Properties.First(property => property.Key == StoreNames.Key).GetValue(row) is { Kind: ValueKind.String } text ? text.AsString() : "";
            return new GraphNode(handle, key, key, Labels, [.. Properties.Where(property => property.HasValue(row)).Select(property => property.Key)]);
        }
    }
}
