namespace Graph.Query.Execution;

/// <summary>
/// The values of one variable over rows of many batches. Ids stay ids, and a property stays the ids it is read from, so that a value is
/// made only for the rows that somebody reads in the end.
/// </summary>
internal sealed class HeldColumn
{
    private const int BytesPerValue = 16;

    private int[] ids = [];
    private TextBlocks texts = new();
    private Blocks<Value> values = new();
    private Column? pattern;
    private Form form;
    private int count;
    private Column? whole;

    private enum Form
    {
        Texts,
        Ids,
        Values,
    }

    /// <summary>What is held, in bytes; long strings and lists that values refer to are not counted.</summary>
    public long Bytes => (ids.Length * 4L) + texts.Bytes + (values.Capacity * BytesPerValue);

    public Value this[int row] => ToColumn()[row];

    /// <param name="rows">Which of the column's rows; null for all.</param>
    public void Append(Column column, int columnCount, int[]? rows)
    {
        if (pattern is null)
        {
            pattern = column;
            form = column.HeldIds is null ? Form.Texts : Form.Ids;
        }
        else if (form == Form.Ids && !pattern.CanHold(column))
        {
            TurnIntoValues();
        }

        whole = null;
        var added = rows?.Length ?? columnCount;
        if (form == Form.Ids)
            AppendIds(column.HeldIds, rows, added);
        else
            AppendValues(column, rows, added);
        count += added;
    }

    /// <summary>All rows that are held.</summary>
    public Column ToColumn() => whole ??= form switch
    {
        Form.Ids => pattern!.Hold(ids),
        Form.Texts => new TextBlocksColumn(texts),
        _ => new ValueBlocksColumn(values),
    };

    /// <summary>Only the given rows, in the given order.</summary>
    public void Keep(ReadOnlySpan<int> rows)
    {
        if (form == Form.Ids)
            ids = IdGather.Gather(ids, rows);
        else
            KeepValues(rows);
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
            AddValue(column[rows is null ? i : rows[i]]);
    }

    private void AddValue(Value value)
    {
        if (form == Form.Texts && texts.TryAdd(value))
            return;
        if (form == Form.Texts)
            TurnIntoValues();
        values.Add(value);
    }

    private void TurnIntoValues()
    {
        var column = ToColumn();
        var held = form == Form.Texts ? texts.Count : count;
        for (var row = 0; row < held; row++)
            values.Add(column[row]);
        (ids, texts, form, whole) = ([], new TextBlocks(), Form.Values, null);
    }

    private void KeepValues(ReadOnlySpan<int> rows)
    {
        var column = ToColumn();
        (texts, values, whole) = (new TextBlocks(), new Blocks<Value>(), null);
        foreach (var row in rows)
            AddValue(column[row]);
    }

    private static void Grow(ref int[] array, int needed)
    {
        if (array.Length < needed)
            Array.Resize(ref array, (int)Math.Min(Array.MaxLength, Math.Max(needed, Math.Max(16, array.Length * 2L))));
    }
}

internal sealed class ValueBlocksColumn(Blocks<Value> values) : Column
{
    public override Value this[int row] => values[row];
}
