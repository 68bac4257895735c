namespace Graph.Query.Execution;

/// <summary>
/// Numbers the groups of rows in the order they first come. Rows with codes that were met before find their group without any value
/// being made; only the first row of each code is looked up by its values.
/// </summary>
internal sealed class GroupFinder(int width)
{
    private const int FewKeys = 2;

    private readonly GroupTable table = new(width);
    private readonly SourceCodes sourceCodes = new(width);
    private Value[] values = new Value[width];
    private Value[] previous = new Value[width];
    private (object? Space, int Source)[] coded = new (object?, int)[width];
    private CodeRuns codes = new();
    private long[] firstCodes = [];
    private long[] secondCodes = [];

    // Each group so far came by codes that tell values exactly, so that a new code is a new group.
    private bool areExact;

    // Keys with exact codes need no table: the codes are the keys.
    private Column[]? decoders;

    public int Count => decoders is null ? table.Count : codes.Count;

    /// <summary>What groups and codes take, in bytes.</summary>
    public long Bytes => (table.Count * table.BytesPerGroup) + codes.Bytes + sourceCodes.Bytes;

    public Value GetKey(int group, int column) =>
        decoders is null ? table.GetKey(group, column) : decoders[column].Decode(GetCode(group, column));

    /// <summary>The keys of consecutive groups.</summary>
    public Column GetKeys(int start, int count, int column)
    {
        if (decoders?[column] is TextsColumn or CodedColumn)
            return new CodedColumn(decoders[column], GetCodes(start, count, column));

        var keys = new Value[count];
        for (var i = 0; i < count; i++)
            keys[i] = GetKey(start + i, column);
        return ValueColumn.Create(keys);
    }

    public void Find(Column[] columns, Span<int> groups)
    {
        Column[] sources = [.. columns.Select(column => column.CodeSource).Distinct()];

        // Many keys of one node are told by the node.
        var areKeys = (columns.Length <= FewKeys || sources.Length == columns.Length)
            && Array.TrueForAll(columns, column => column.HasExactCodes);
        if (areKeys)
            sources = columns;
        ChooseKeys(columns, sources, areKeys);
        if (sources.Length == 0)
        {
            FindByValues(columns, groups);
            return;
        }

        var first = GetBuffer(ref firstCodes, groups.Length);
        var second = GetBuffer(ref secondCodes, sources.Length > 1 ? groups.Length : 0);
        if (areKeys ? TryReadExact(columns, first, second)
            : sources.Length == 1 ? sources[0].TryGetCodes(first)
            : sourceCodes.TryRead(sources, first, second))
        {
            codes.Begin(first, second);
            FindByCodes(columns, first, second, groups);
        }
        else
        {
            areExact = false;
            FindByValues(columns, groups);
        }
    }

    private static bool IsId(Column column) => column is NodeColumn or EdgeColumn or OrdinalColumn;

    /// <summary>
    /// Codes say nothing of the codes of other columns, which come where a part of a UNION ends or a column changes its form. Groups stay,
    /// as they are told apart by their values.
    /// </summary>
    private void ChooseKeys(Column[] columns, Column[] sources, bool areKeys)
    {
        (object?, int)[] now =
            [.. columns.Select((column, index) => (column.CodeSpace, areKeys ? index : Array.IndexOf(sources, column.CodeSource)))];
        var isSame = now.AsSpan().SequenceEqual(coded);
        areExact = (Count == 0 || (areExact && isSame))
            && sources.Length > 0
            && (areKeys || sources.All(source => IsId(source) && columns.Contains(source)));
        if (Count == 0)
            decoders = areKeys ? columns : null;
        else if (!areExact || !areKeys)
            MoveToTable();
        coded = now;
        if (isSame)
            return;

        sourceCodes.Clear();
        if (codes.Count > 0)
            codes = new CodeRuns();
    }

    private void MoveToTable()
    {
        if (decoders is null)
            return;

        for (var group = 0; group < codes.Count; group++)
        {
            for (var i = 0; i < values.Length; i++)
                values[i] = GetKey(group, i);
            table.Add(values);
        }

        decoders = null;
    }

    private long[] GetCodes(int start, int count, int column)
    {
        var found = GC.AllocateUninitializedArray<long>(count);
        for (var i = 0; i < found.Length; i++)
            found[i] = GetCode(start + i, column);
        return found;
    }

    private long GetCode(int group, int column)
    {
        var last = Math.Max(1, width - 1);
        return column == last
            ? codes.GetCode(group, isSecond: true)
            : sourceCodes.GetCode(codes.GetCode(group, isSecond: false), column, last);
    }

    private bool TryReadExact(Column[] columns, Span<long> first, Span<long> second) => columns.Length == 1
        ? columns[0].TryGetExactCodes(first)
        : sourceCodes.TryReadExact(columns, first, second);

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

        group = decoders is null ? AddByValues(columns, row) : codes.Count;
        codes.Add(first, second, group);
        return group;
    }

    private int AddByValues(Column[] columns, int row)
    {
        ReadValues(columns, row);
        return areExact ? table.Add(values) : table.FindOrAdd(values);
    }

    private void FindByValues(Column[] columns, Span<int> groups)
    {
        for (var row = 0; row < groups.Length; row++)
        {
            (values, previous) = (previous, values);
            ReadValues(columns, row);
            groups[row] = row > 0 && AreRepeated() ? groups[row - 1] : table.FindOrAdd(values);
        }
    }

    /// <summary>Whether the very values came that were read before them: a long list beside many rows is hashed once.</summary>
    private bool AreRepeated()
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (!values[i].IsSame(previous[i]))
                return false;
        }

        return true;
    }

    private void ReadValues(Column[] columns, int row)
    {
        for (var i = 0; i < values.Length; i++)
            values[i] = columns[i][row];
    }
}
