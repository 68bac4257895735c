namespace Graph.Query.Execution;

/// <summary>All rows of the plan that a join runs once: their columns in one piece, and for each key its rows in order.</summary>
internal sealed class JoinTable
{
    private readonly int[] starts;
    private readonly int[] rows;
    private readonly Column[] columns;

    private JoinTable(KeyNumbers keys, int[] starts, int[] rows, Column[] columns)
    {
        Keys = keys;
        this.starts = starts;
        this.rows = rows;
        this.columns = columns;
    }

    public KeyNumbers Keys { get; }

    public bool IsEmpty => rows.Length == 0;

    public ReadOnlySpan<int> GetRows(int key) => rows.AsSpan(starts[key], starts[key + 1] - starts[key]);

    public Column GetColumn(int index, ReadOnlySpan<int> joined) => columns[index].Gather(joined);

    public static JoinTable Create(ExecutionState state, IEnumerable<Batch> batches, ImmutableArray<CompiledExpression> keys, int[] slots)
    {
        var numbers = new KeyNumbers(keys.Length);
        var reader = new KeyReader(numbers, keys, adds: true);
        var keyOfRow = new List<int>();
        var parts = slots.Select(_ => new List<(Column Column, int Count)>()).ToArray();
        foreach (var batch in batches)
        {
            state.Check();
            keyOfRow.AddRange(reader.Read(state, batch));
            for (var i = 0; i < slots.Length; i++)
                parts[i].Add((batch[slots[i]], batch.Count));
            state.Allocate(batch.Count * (8L + (slots.Length * 8L)));
        }

        state.Allocate(numbers.Bytes);
        var (starts, rows) = Arrange([.. keyOfRow], numbers.Count);
        return new JoinTable(numbers, starts, rows, [.. parts.Select(part => ColumnPieces.Join(part))]);
    }

    /// <summary>The rows of each key, key after key: counted first, then put in their places.</summary>
    private static (int[] Starts, int[] Rows) Arrange(int[] keyOfRow, int keyCount)
    {
        var starts = new int[keyCount + 1];
        foreach (var key in keyOfRow)
        {
            if (key >= 0)
                starts[key + 1]++;
        }

        for (var key = 0; key < keyCount; key++)
            starts[key + 1] += starts[key];
        var rows = new int[starts[keyCount]];
        var next = starts.AsSpan(0, keyCount).ToArray();
        for (var row = 0; row < keyOfRow.Length; row++)
        {
            if (keyOfRow[row] >= 0)
                rows[next[keyOfRow[row]]++] = row;
        }

        return (starts, rows);
    }
}

/// <summary>Columns of several batches in one.</summary>
internal static class ColumnPieces
{
    public static Column Join(List<(Column Column, int Count)> pieces)
    {
        if (pieces.Count > 0 && pieces.TrueForAll(piece => piece.Column is NodeColumn))
            return new NodeColumn(Join(pieces, piece => piece.Column.GetNodes(piece.Count)));
        if (pieces.Count > 0 && pieces.TrueForAll(piece => piece.Column is EdgeColumn))
            return new EdgeColumn(Join(pieces, piece => piece.Column.GetEdges(piece.Count)));
        if (pieces.Count > 0 && pieces.TrueForAll(piece => piece.Column is CountColumn))
            return new CountColumn(Join(pieces, piece => ((CountColumn)piece.Column).Counts[..piece.Count]));

        var values = new Value[pieces.Sum(piece => piece.Count)];
        var next = 0;
        foreach (var (column, count) in pieces)
        {
            for (var row = 0; row < count; row++)
                values[next++] = column[row];
        }

        return ValueColumn.Create(values);
    }

    private delegate ReadOnlySpan<T> ItemsOf<T>((Column Column, int Count) piece);

    private static T[] Join<T>(List<(Column Column, int Count)> pieces, ItemsOf<T> getItems)
    {
        var items = new T[pieces.Sum(piece => piece.Count)];
        var next = 0;
        foreach (var piece in pieces)
        {
            getItems(piece).CopyTo(items.AsSpan(next));
            next += piece.Count;
        }

        return items;
    }
}
