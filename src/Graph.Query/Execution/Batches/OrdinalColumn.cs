namespace Graph.Query.Execution;

/// <summary>Which row of an outer batch each row came from.</summary>
internal sealed class OrdinalColumn(int[] ordinals) : Column
{
    public override Value this[int row] => Value.FromInteger(ordinals[row]);

    public ReadOnlySpan<int> Ordinals => ordinals;

    public override int[] HeldIds => ordinals;

    public override bool CanHold(Column other) => other is OrdinalColumn;

    public override Column Hold(int[] ids) => new OrdinalColumn(ids);

    public override object CodeSpace => IdCodes.OrdinalSpace;

    public override bool HasExactCodes => true;

    public override bool TryGetCodes(Span<long> codes) => TryGetExactCodes(codes);

    public override bool TryGetExactCodes(Span<long> codes)
    {
        IdCodes.Fill(ordinals, codes);
        return true;
    }

    public override Value Decode(long code) => Value.FromInteger(code);

    /// <summary>The rows of a batch, numbered.</summary>
    public static Batch Number(Batch batch, int slot)
    {
        var numbers = new int[batch.Count];
        for (var row = 0; row < numbers.Length; row++)
            numbers[row] = row;

        var rows = batch.Extend();
        rows.Set(slot, new OrdinalColumn(numbers));
        return rows;
    }

    public override Column Gather(ReadOnlySpan<int> rows) => new OrdinalColumn(IdGather.Gather(ordinals, rows));
}
