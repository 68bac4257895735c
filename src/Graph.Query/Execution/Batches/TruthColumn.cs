namespace Graph.Query.Execution;

internal sealed class TruthColumn(Truth[] truths) : Column
{
    public override Value this[int row] => truths[row] switch
    {
        Truth.True => Value.True,
        Truth.False => Value.False,
        _ => Value.Null,
    };

    public override ReadOnlySpan<Truth> GetTruths(int count, string operation) => truths.AsSpan(0, count);

    public override Column Gather(ReadOnlySpan<int> rows)
    {
        var gathered = GC.AllocateUninitializedArray<Truth>(rows.Length);
        for (var i = 0; i < rows.Length; i++)
            gathered[i] = truths[rows[i]];
        return new TruthColumn(gathered);
    }
}
