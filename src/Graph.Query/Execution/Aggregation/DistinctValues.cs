namespace Graph.Query.Execution;

/// <summary>Which values each group has met. Ids and integers are remembered as numbers for as long as nothing else comes.</summary>
internal sealed class DistinctValues
{
    private readonly Value[] pair = new Value[2];
    private DistinctPairs? codes = new();
    private GroupTable? table;
    private Column? decoder;

    // Codes that were met beside the values: one that was is nothing new, whatever its value.
    private DistinctPairs met = new();
    private object? metSpace;

    // Room that is used again for each batch.
    private long[] batchCodes = [];
    private bool[] batchNews = [];

    /// <summary>What is remembered, in bytes.</summary>
    public long Bytes => (codes?.Bytes ?? 0) + met.Bytes + ((table?.Count ?? 0) * (table?.BytesPerGroup ?? 0));

    /// <summary>For each row, whether its value is new to its group; nulls never are. It holds until the next batch.</summary>
    public ReadOnlySpan<bool> Add(Column column, ReadOnlySpan<int> groups)
    {
        if (batchNews.Length < groups.Length)
            (batchNews, batchCodes) = (new bool[groups.Length], new long[groups.Length]);
        var isNew = batchNews.AsSpan(0, groups.Length);
        var exact = batchCodes.AsSpan(0, groups.Length);
        if (codes is not null && CanDecode(column) && column.TryGetExactCodes(exact))
            AddCodes(column, exact, groups, isNew);
        else if (column.CodeSpace is not null && column.TryGetCodes(exact))
            AddCodedValues(column, exact, groups, isNew);
        else
            AddValues(column, groups, isNew);
        return isNew;
    }

    /// <summary>Codes of nodes, edges, integers and the strings of different columns must not be mixed.</summary>
    private bool CanDecode(Column column) =>
        decoder is null || (decoder.GetType() == column.GetType() && Equals(decoder.CodeSpace, column.CodeSpace));

    private void AddCodes(Column column, ReadOnlySpan<long> exact, ReadOnlySpan<int> groups, Span<bool> isNew)
    {
        decoder ??= column;
        for (var row = 0; row < exact.Length; row++)
        {
            isNew[row] = exact[row] != PropertyReader.NullCode && codes!.Add(exact[row], groups[row]);
        }
    }

    /// <summary>Only the first row of a code in a group is looked up by its value.</summary>
    private void AddCodedValues(Column column, ReadOnlySpan<long> coded, ReadOnlySpan<int> groups, Span<bool> isNew)
    {
        table ??= MoveCodes();
        if (metSpace != column.CodeSpace)
            (met, metSpace) = (new DistinctPairs(), column.CodeSpace);
        for (var row = 0; row < coded.Length; row++)
        {
            isNew[row] = coded[row] != PropertyReader.NullCode && met.Add(coded[row], groups[row]) && Add(table, groups[row], column[row]);
        }
    }

    private void AddValues(Column column, ReadOnlySpan<int> groups, Span<bool> isNew)
    {
        table ??= MoveCodes();
        for (var row = 0; row < groups.Length; row++)
        {
            var value = column[row];
            isNew[row] = !value.IsNull && Add(table, groups[row], value);
        }
    }

    private GroupTable MoveCodes()
    {
        var moved = new GroupTable(2);
        foreach (var (code, group) in codes!.Pairs)
            Add(moved, group, decoder!.Decode(code));
        codes = null;
        return moved;
    }

    private bool Add(GroupTable target, int group, Value value)
    {
        var before = target.Count;
        pair[0] = Value.FromInteger(group);
        pair[1] = value;
        target.FindOrAdd(pair);
        return target.Count > before;
    }
}
