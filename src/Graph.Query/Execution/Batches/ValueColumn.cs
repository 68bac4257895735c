namespace Graph.Query.Execution;

internal sealed class ValueColumn(Value[] values) : Column
{
    public override Value this[int row] => values[row];

    public override Column Gather(ReadOnlySpan<int> rows)
    {
        var gathered = new Value[rows.Length];
        for (var i = 0; i < rows.Length; i++)
            gathered[i] = values[rows[i]];
        return new ValueColumn(gathered);
    }
}
