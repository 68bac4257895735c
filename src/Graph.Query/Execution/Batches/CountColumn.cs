namespace Graph.Query.Execution;

internal sealed class CountColumn(long[] values) : Column
{
    public ReadOnlySpan<long> Counts => values;

    public override object CodeSpace => typeof(long);

    public override bool HasExactCodes => true;

    public override bool TryGetCodes(Span<long> codes) => TryGetIntegers(codes);

    public override bool TryGetExactCodes(Span<long> codes) => TryGetIntegers(codes);

    public override Value Decode(long code) => code == PropertyReader.NullCode ? Value.Null : Value.FromInteger(code);

    public override NumberForm NumberForm => NumberForm.Integers;

    public override bool TryGetIntegers(Span<long> integers)
    {
        values.AsSpan(0, integers.Length).CopyTo(integers);
        return true;
    }

    public override bool TryGetNumbers(Span<double> numbers, Span<bool> isPresent)
    {
        for (var row = 0; row < numbers.Length; row++)
            numbers[row] = values[row];
        isPresent.Fill(true);
        return true;
    }

    public override Value this[int row] => Value.FromInteger(values[row]);

    public override bool GetOrderCodes(Span<ulong> codes, Action check)
    {
        for (var row = 0; row < codes.Length; row++)
            codes[row] = OrderCodes.OfInteger(values[row]);
        return true;
    }

    public override void FindPresent(Span<bool> isPresent) => isPresent.Fill(true);

    public override bool TryCompare(CodeComparison comparison, Span<Truth> truths)
    {
        if (!comparison.Constant.IsNumber)
            return false;

        var (low, high) = comparison.GetInterval();
        for (var row = 0; row < truths.Length; row++)
            truths[row] = (values[row] >= low && values[row] <= high) != comparison.IsNegated ? Truth.True : Truth.False;
        return true;
    }

    public override Column Gather(ReadOnlySpan<int> rows)
    {
        var gathered = GC.AllocateUninitializedArray<long>(rows.Length);
        for (var i = 0; i < rows.Length; i++)
            gathered[i] = values[rows[i]];
        return new CountColumn(gathered);
    }
}
