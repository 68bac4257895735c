using System.Collections.Concurrent;

namespace Graph.Annotations;

/// <summary>The nodes of one space by their ids.</summary>
internal sealed class TableSpace
{
    public const int NotFound = NodeKeyIndex.NotFound;

    private const int RowsPerTask = 1 << 16;

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
        Parallel.ForEach(Partitioner.Create(0, Math.Max(found.Length, 1), RowsPerTask), rows =>
        {
            foreach (ref var number in found.AsSpan(rows.Item1, Math.Min(rows.Item2, found.Length) - rows.Item1))
                number = number == NodeKeyIndex.NotFound ? NotFound : handles[number];
        });
        return found;
    }
}

/// <summary>What the nodes of tables are: runs of handles with the same labels.</summary>
internal sealed class TableNodes
{
    private readonly List<NodeRun> runs = [];
    private readonly List<int> starts = [];

    // The runs of the handles by handle, for those that are looked up by the million.
    private int[] runOf = [];

    public int RunCount => runs.Count;

    public void Add(int firstHandle, int count, ImmutableArray<string> labels, IReadOnlyList<PropertyColumn> properties)
    {
        runs.Add(new NodeRun(firstHandle, count, labels, [.. properties]));
        starts.Add(firstHandle);
    }

    public int FindRun(int handle)
    {
        var index = starts.BinarySearch(handle);
        return index >= 0 ? index : ~index - 1;
    }

    /// <summary>The run of each handle up to the end of the last run.</summary>
    public ReadOnlySpan<int> ListRuns()
    {
        var end = runs.Count == 0 ? 0 : runs[^1].FirstHandle + runs[^1].Count;
        if (runOf.Length == end)
            return runOf;
        runOf = new int[end];
        for (var run = 0; run < runs.Count; run++)
            runOf.AsSpan(runs[run].FirstHandle).Fill(run);
        return runOf;
    }

    public ImmutableArray<string> GetLabels(int run) => runs[run].Labels;

    public GraphNode GetNode(int handle) => runs[FindRun(handle)].GetNode(handle);

    private sealed record NodeRun(int FirstHandle, int Count, ImmutableArray<string> Labels, ImmutableArray<PropertyColumn> Properties)
    {
        public GraphNode GetNode(int handle)
        {
            var row = handle - FirstHandle;
            var key = Properties.First(property => property.Key == StoreNames.Key).GetValue(row) is { Kind: ValueKind.String } text
                ? text.AsString()
                : "";
            return new GraphNode(
                handle, key, key, Labels, [.. Properties.Where(property => property.HasValue(row)).Select(property => property.Key)]);
        }
    }
}
