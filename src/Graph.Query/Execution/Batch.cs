namespace Graph.Query.Execution;

/// <summary>
/// Some rows of an intermediate result. A variable's column is found under its slot. A batch made from another one holds the row
/// numbers only: a column is gathered when it is first read, so columns that nobody reads are never copied.
/// </summary>
internal sealed class Batch
{
    private readonly Column?[] columns;
    private readonly Batch? source;
    private readonly int[]? rows;

    private Batch(Column?[] columns, int count, Batch? source, int[]? rows)
    {
        this.columns = columns;
        this.source = source;
        this.rows = rows;
        Count = count;
    }

    public int Count { get; }

    public int SlotCount => columns.Length;

    public Column this[int slot] => columns[slot] ?? (columns[slot] = Derive(slot));

    /// <summary>Rows without any variable.</summary>
    public static Batch Create(int slotCount, int count) => new(new Column?[slotCount], count, null, null);

    /// <summary>A row for each of the given rows of this batch, which may repeat or leave out any.</summary>
    public Batch Select(int[] rows) => new(new Column?[columns.Length], rows.Length, this, rows);

    /// <summary>The same rows, to which columns can be added without touching this batch.</summary>
    public Batch Extend() => new(new Column?[columns.Length], Count, this, null);

    public void Set(int slot, Column column) => columns[slot] = column;

    private Column Derive(int slot)
    {
        if (source is null)
            throw new InvalidOperationException($"No operator has written slot {slot}.");
        return rows is null ? source[slot] : source[slot].Gather(rows);
    }
}

/// <summary>The columns of a batch that the user asked for.</summary>
internal sealed class ResultBatch(Batch batch, int[] slots) : RowBatch
{
    public override int Count => batch.Count;

    public override Value GetValue(int column, int row) => batch[slots[column]][row];
}
