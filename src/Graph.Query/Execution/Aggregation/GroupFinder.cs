namespace Graph.Query.Execution;

/// <summary>
/// Numbers the groups of rows in the order they first come. Rows with codes that were met before find their group without any value
/// being made; only the first row of each code is looked up by its values.
/// </summary>
internal sealed class GroupFinder(int width)
{
    private readonly (object? Space, int Source)[] coded = new (object?, int)[width];
    private readonly SourceCodes sourceCodes = new(width);
    private readonly Value[] values = new Value[width];
    private CodeMap codes = new();
    private long[] firstCodes = [];
    private long[] secondCodes = [];

    public GroupTable Table { get; } = new(width);

    /// <summary>What groups and codes take, in bytes.</summary>
    public long Bytes => (Table.Count * Table.BytesPerGroup) + codes.Bytes + sourceCodes.Bytes;

    public void Find(Column[] columns, Span<int> groups)
    {
        var sources = columns.Select(column => column.CodeSource).Distinct().ToArray();
        if (sources.Length == 0)
        {
            FindByValues(columns, groups);
            return;
        }

        ForgetCodesOfOthers(columns, sources);
        var first = GetBuffer(ref firstCodes, groups.Length);
        var second = GetBuffer(ref secondCodes, sources.Length > 1 ? groups.Length : 0);
        if (sources.Length == 1 ? sources[0].TryGetCodes(first) : sourceCodes.TryRead(sources, first, second))
            FindByCodes(columns, first, second, groups);
        else
            FindByValues(columns, groups);
    }

    /// <summary>
    /// Codes say nothing of the codes of other columns, which come where a part of a UNION ends or a column changes its form. Groups stay,
    /// as they are told apart by their values.
    /// </summary>
    private void ForgetCodesOfOthers(Column[] columns, Column[] sources)
    {
        var isSame = true;
        for (var i = 0; i < columns.Length; i++)
        {
            var now = (columns[i].CodeSpace, Array.IndexOf(sources, columns[i].CodeSource));
            isSame &= coded[i] == now;
            coded[i] = now;
        }

        if (isSame)
            return;

        sourceCodes.Clear();
        if (codes.Count > 0)
            codes = new CodeMap();
    }

    /// <summary>Room that is used again for each batch.</summary>
    private static Span<long> GetBuffer(ref long[] buffer, int length)
    {
        if (buffer.Length < length)
            buffer = new long[length];
        return buffer.AsSpan(0, length);
    }

    private void FindByCodes(Column[] columns, ReadOnlySpan<long> first, ReadOnlySpan<long> second, Span<int> groups)
    {
        if (CodeGrid.TryCreate(first, second) is { } grid)
        {
            FindByGrid(columns, grid, first, second, groups);
            return;
        }

        for (var row = 0; row < groups.Length; row++)
        {
            var other = second.Length == 0 ? 0 : second[row];
            if (row > 0 && first[row] == first[row - 1] && (second.Length == 0 || other == second[row - 1]))
            {
                groups[row] = groups[row - 1];
                continue;
            }

            groups[row] = FindByCode(columns, first[row], other, row);
        }
    }

    /// <summary>Few different codes stand in a batch: each is looked up once, then read from a small table.</summary>
    private void FindByGrid(Column[] columns, CodeGrid grid, ReadOnlySpan<long> first, ReadOnlySpan<long> second, Span<int> groups)
    {
        for (var row = 0; row < groups.Length; row++)
        {
            var other = second.Length == 0 ? 0 : second[row];
            ref var group = ref grid.GetCell(first[row], other);
            if (group < 0)
                group = FindByCode(columns, first[row], other, row);
            groups[row] = group;
        }
    }

    private int FindByCode(Column[] columns, long first, long second, int row)
    {
        var group = codes.Find(first, second);
        if (group >= 0)
            return group;

        group = FindByValues(columns, row);
        codes.Add(first, second, group);
        return group;
    }

    private void FindByValues(Column[] columns, Span<int> groups)
    {
        for (var row = 0; row < groups.Length; row++)
            groups[row] = FindByValues(columns, row);
    }

    private int FindByValues(Column[] columns, int row)
    {
        for (var i = 0; i < values.Length; i++)
            values[i] = columns[i][row];
        return Table.FindOrAdd(values);
    }
}
