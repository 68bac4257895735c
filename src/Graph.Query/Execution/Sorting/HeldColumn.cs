namespace Graph.Query.Execution;

/// <summary>
/// The values of one variable over rows of many batches. Ids stay ids, and a property stays the ids it is read from, so that a value is
/// made only for the rows that somebody reads in the end.
/// </summary>
internal sealed class HeldColumn
{
    private int[] ids = [];
    private ValueBlocks values = new();
    private Column? form;
    private int count;
    private bool areIds;
    private Column? whole;

    /// <summary>What is held, in bytes; strings and lists that values refer to are not counted.</summary>
    public long Bytes => (ids.Length * 4L) + values.Bytes;

    public Value this[int row] => ToColumn()[row];

    /// <param name="rows">Which of the column's rows; null for all.</param>
    public void Append(Column column, int columnCount, int[]? rows)
    {
        if (form is null)
        {
            form = column;
            areIds = column.HeldIds is not null;
        }
        else if (areIds && !form.CanHold(column))
        {
            TurnIntoValues();
        }

        whole = null;
        var added = rows?.Length ?? columnCount;
        if (areIds)
            AppendIds(column.HeldIds, rows, added);
        else
            AppendValues(column, rows, added);
        count += added;
    }

    /// <summary>All rows that are held.</summary>
    public Column ToColumn() => whole ??= areIds ? form!.Hold(ids) : new ValueBlocksColumn(values);

    /// <summary>Only the given rows, in the given order.</summary>
    public void Keep(ReadOnlySpan<int> rows)
    {
        if (areIds)
            ids = IdGather.Gather(ids, rows);
        else
            values = KeepValues(rows);
        count = rows.Length;
        whole = null;
    }

    private void AppendIds(ReadOnlySpan<int> source, int[]? rows, int added)
    {
        Grow(ref ids, count + added);
        if (rows is null)
            source[..added].CopyTo(ids.AsSpan(count));
        else
            IdGather.Gather(source, rows, ids.AsSpan(count));
    }

    private void AppendValues(Column column, int[]? rows, int added)
    {
        for (var i = 0; i < added; i++)
            values.Add(column[rows is null ? i : rows[i]]);
    }

    private void TurnIntoValues()
    {
        var column = ToColumn();
        for (var row = 0; row < count; row++)
            values.Add(column[row]);
        ids = [];
        areIds = false;
    }

    private ValueBlocks KeepValues(ReadOnlySpan<int> rows)
    {
        var kept = new ValueBlocks();
        foreach (var row in rows)
            kept.Add(values[row]);
        return kept;
    }

    private static void Grow(ref int[] array, int needed)
    {
        if (array.Length < needed)
            Array.Resize(ref array, (int)Math.Min(Array.MaxLength, Math.Max(needed, Math.Max(16, array.Length * 2L))));
    }
}
