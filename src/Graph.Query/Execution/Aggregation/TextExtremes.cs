namespace Graph.Query.Execution;

/// <summary>The smallest or largest string of each group by its code, of one property whose strings all stand in dictionaries.</summary>
internal sealed class TextExtremes(PropertyReader reader, int sign)
{
    private long[] codes = [];
    private int groupCount;

    public void Resize(int count)
    {
        GroupArray.Resize(ref codes, count);
        codes.AsSpan(groupCount..).Fill(PropertyReader.NullCode);
        groupCount = codes.Length;
    }

    /// <summary>False, and nothing done, for a column of another property.</summary>
    public bool TryAdd(Column column, ReadOnlySpan<int> groups)
    {
        if (column is not ElementPropertyColumn property || property.Reader != reader)
            return false;

        var added = GC.AllocateUninitializedArray<long>(groups.Length);
        if (!column.TryGetCodes(added))
            return false;

        for (var row = 0; row < groups.Length; row++)
        {
            ref var code = ref codes[groups[row]];
            if (added[row] != PropertyReader.NullCode && added[row] != code
                && (code == PropertyReader.NullCode || reader.CompareTextCodes(added[row], code) * sign > 0))
                code = added[row];
        }

        return true;
    }

    public Value GetResult(int group) => codes[group] == PropertyReader.NullCode ? Value.Null : reader.DecodeText(codes[group]);
}
