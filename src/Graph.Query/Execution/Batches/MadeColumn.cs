namespace Graph.Query.Execution;

/// <summary>Lists or paths that are known by their edges, and made as values only when one of them is read.</summary>
internal abstract class MadeColumn(int count) : Column
{
    // Several cores may read one column: each that finds nothing makes the same values.
    private Value[]? made;

    public override Value this[int row] => (made ??= MakeAll())[row];

    public override Column Gather(ReadOnlySpan<int> rows) => made is { } values ? new ValueColumn(values).Gather(rows) : GatherUnmade(rows);

    protected abstract Value Make(int row);

    protected abstract Column GatherUnmade(ReadOnlySpan<int> rows);

    private Value[] MakeAll()
    {
        var values = new Value[count];
        for (var row = 0; row < values.Length; row++)
            values[row] = Make(row);
        return values;
    }
}
