namespace Graph.Query.Execution;

/// <summary>
/// Some rows of an intermediate result. A variable's column is found under its slot. A batch made from another one holds the row
/// numbers only: a column is gathered when it is first read, so columns that nobody reads are never copied.
/// </summary>
internal sealed class Batch
{
    private readonly Column?[] columns;
    private readonly Batch? source;
    private readonly int repeated;
    private int[]? rows;

    /// <param name="repeated">The row of the source that all rows are, where it is not negative and no rows are given.</param>
    private Batch(Column?[] columns, int count, Batch? source, int[]? rows, int repeated)
    {
        this.columns = columns;
        this.source = source;
        this.rows = rows;
        this.repeated = repeated;
        Count = count;
    }

    public int Count { get; }

    public int SlotCount => columns.Length;

    public Column this[int slot] => columns[slot] ?? (columns[slot] = Derive(slot));

    /// <summary>Rows without any variable.</summary>
    public static Batch Create(int slotCount, int count) => new(new Column?[slotCount], count, null, null, -1);

    /// <summary>A row for each of the given rows of this batch, which may repeat or leave out any.</summary>
    public Batch Select(int[] rows) => new(new Column?[columns.Length], rows.Length, this, rows, -1);

    /// <summary>One row of this batch again and again.</summary>
    public Batch Repeat(int row, int count) => new(new Column?[columns.Length], count, this, null, row);

    /// <summary>The same rows, to which columns can be added without touching this batch.</summary>
    public Batch Extend() => new(new Column?[columns.Length], Count, this, null, -1);

    public void Set(int slot, Column column) => columns[slot] = column;

    private Column Derive(int slot)
    {
        if (source is null)
            throw new InvalidOperationException($"No operator has written slot {slot}.");
        if (repeated >= 0 && source[slot] is ValueColumn values)
            return new RepeatedColumn(values[repeated]);
        if (repeated >= 0)
            rows ??= CreateRepeated();
        return rows is null ? source[slot] : source[slot].Gather(rows);
    }

    private int[] CreateRepeated()
    {
        var created = new int[Count];
        if (repeated > 0)
            Array.Fill(created, repeated);
        return created;
    }
}

/// <summary>The columns of a batch that the user asked for.</summary>
internal sealed class ResultBatch(Batch batch, int[] slots) : RowBatch
{
    public override int Count => batch.Count;

    public override Value GetValue(int column, int row) => batch[slots[column]][row];
}
