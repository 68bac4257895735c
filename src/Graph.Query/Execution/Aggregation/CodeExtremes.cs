namespace Graph.Query.Execution;

/// <summary>
/// The smallest or largest value of each group by its code, of one property that holds integers, strings that all stand in dictionaries, or
/// dates each written in one way.
/// </summary>
internal sealed class CodeExtremes(PropertyReader reader, int sign) : KeptExtremes
{
    private readonly bool areOrdered = reader.AreExactCodesOrdered;
    private long[] codes = [];
    private int groupCount;

    public static bool CanHold(PropertyReader reader) => reader.AreExactCodesOrdered || reader is { AreStrings: true, IsCoded: true };

    public override void Resize(int count)
    {
        GroupArray.Resize(ref codes, count);
        codes.AsSpan(groupCount..).Fill(PropertyReader.NullCode);
        groupCount = codes.Length;
    }

    /// <summary>False, and nothing done, for a column of another property.</summary>
    public override bool TryAdd(Column column, ReadOnlySpan<int> groups)
    {
        if (column is not ElementPropertyColumn property || property.Reader != reader)
            return false;

        var added = GC.AllocateUninitializedArray<long>(groups.Length);
        if (areOrdered ? !column.TryGetExactCodes(added) : !column.TryGetCodes(added))
            return false;

        for (var row = 0; row < groups.Length; row++)
        {
            ref var code = ref codes[groups[row]];
            if (added[row] == PropertyReader.NullCode || added[row] == code)
                continue;
            if (code == PropertyReader.NullCode || IsBetter(added[row], code))
                code = added[row];
        }

        return true;
    }

    public override Value GetResult(int group)
    {
        if (codes[group] == PropertyReader.NullCode)
            return Value.Null;
        return areOrdered ? reader.Decode(codes[group]) : reader.DecodeText(codes[group]);
    }

    private bool IsBetter(long code, long best) =>
        (areOrdered ? code.CompareTo(best) : reader.CompareTextCodes(code, best)) * sign > 0;
}
