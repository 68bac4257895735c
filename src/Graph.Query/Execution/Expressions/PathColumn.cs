namespace Graph.Query.Execution;

/// <summary>Paths of which the length is told without making them.</summary>
internal interface IMeasuredPaths
{
    /// <summary>How many edges each path has, <see cref="PropertyReader.NullCode"/> for null.</summary>
    void GetLengths(Span<long> lengths);
}

/// <summary>Paths from their first nodes and their edges in walking order. The nodes between follow from the edges.</summary>
/// <param name="starts">-1 for null.</param>
/// <param name="parts">Edges, single or in lists.</param>
internal sealed class PathColumn(GraphStore store, int[] starts, Column[] parts) : MadeColumn(starts.Length), IMeasuredPaths
{
    public void GetLengths(Span<long> lengths)
    {
        for (var row = 0; row < lengths.Length; row++)
            lengths[row] = starts[row] < 0 ? PropertyReader.NullCode : 0;

        var sizes = new long[lengths.Length];
        foreach (var part in parts)
        {
            GetSizes(part, sizes);
            for (var row = 0; row < lengths.Length; row++)
                lengths[row] = Sum(lengths[row], sizes[row]);
        }
    }

    protected override Value Make(int row)
    {
        var edges = new List<int>();
        return starts[row] >= 0 && CollectEdges(row, edges)
            ? Value.FromPath(PathExpression.CreatePath(store, starts[row], edges))
            : Value.Null;
    }

    protected override Column GatherUnmade(ReadOnlySpan<int> rows)
    {
        var gathered = new Column[parts.Length];
        for (var part = 0; part < gathered.Length; part++)
            gathered[part] = parts[part].Gather(rows);
        return new PathColumn(store, IdGather.Gather(starts, rows), gathered);
    }

    private static void GetSizes(Column part, Span<long> sizes)
    {
        if (part.TryGetSizes(sizes))
            return;

        for (var row = 0; row < sizes.Length; row++)
        {
            sizes[row] = part[row] switch
            {
                { IsNull: true } => PropertyReader.NullCode,
                { IsEdge: true } => 1,
                var list => list.AsList().Count,
            };
        }
    }

    private static long Sum(long length, long size) =>
        length == PropertyReader.NullCode || size == PropertyReader.NullCode ? PropertyReader.NullCode : length + size;

    private bool CollectEdges(int row, List<int> edges)
    {
        foreach (var part in parts)
        {
            var value = part[row];
            switch (value.Kind)
            {
                case ValueKind.Null:
                    return false;
                case ValueKind.Edge:
                    edges.Add(value.AsEdge());
                    break;
                default:
                    foreach (var item in value.AsList())
                        edges.Add(item.AsEdge());
                    break;
            }
        }

        return true;
    }
}
