namespace Graph.Query.Execution;

/// <summary>The first paths, or all paths of the first lengths, to each end node. Paths must come by length.</summary>
internal sealed class ChosenPaths(long count, bool wantsGroups)
{
    private readonly Dictionary<int, (long Count, int LastLength)> byEnd = [];

    public List<PathState> Paths { get; } = [];

    /// <summary>True where no longer path to the end can be chosen.</summary>
    public bool IsComplete(int end) => byEnd.TryGetValue(end, out var seen) && seen.Count >= count;

    public void Add(PathState path)
    {
        var seen = byEnd.TryGetValue(path.Node, out var found) ? found : (Count: 0, LastLength: -1);
        if (wantsGroups && seen.LastLength == path.Length)
        {
            Paths.Add(path);
            return;
        }

        if (seen.Count >= count)
            return;

        byEnd[path.Node] = (seen.Count + 1, path.Length);
        Paths.Add(path);
    }
}
