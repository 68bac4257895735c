namespace Graph.Query.Execution;

/// <summary>Values that are known by their exact codes, and made when they are read.</summary>
/// <param name="decoder">A column of the same <see cref="Column.CodeSpace"/>.</param>
internal sealed class CodedColumn(Column decoder, long[] codes) : Column
{
    public override Value this[int row] => decoder.Decode(codes[row]);

    public override object? CodeSpace => decoder.CodeSpace;

    public override bool HasExactCodes => true;

    public override bool TryGetCodes(Span<long> target) => TryGetExactCodes(target);

    public override bool TryGetExactCodes(Span<long> target)
    {
        codes.AsSpan(0, target.Length).CopyTo(target);
        return true;
    }

    public override Value Decode(long code) => decoder.Decode(code);

    public override void FindPresent(Span<bool> isPresent)
    {
        for (var row = 0; row < isPresent.Length; row++)
            isPresent[row] = codes[row] != PropertyReader.NullCode;
    }

    public override Column Gather(ReadOnlySpan<int> rows)
    {
        var gathered = GC.AllocateUninitializedArray<long>(rows.Length);
        for (var i = 0; i < gathered.Length; i++)
            gathered[i] = codes[rows[i]];
        return new CodedColumn(decoder, gathered);
    }
}
