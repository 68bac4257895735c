namespace Graph.Query.Execution;

internal static class IdCodes
{
    public static readonly object NodeSpace = new();

    public static readonly object EdgeSpace = new();

    public static readonly object OrdinalSpace = new();

    public static void FindPresent(ReadOnlySpan<int> ids, Span<bool> isPresent)
    {
        for (var row = 0; row < isPresent.Length; row++)
            isPresent[row] = ids[row] >= 0;
    }

    public static void Fill(ReadOnlySpan<int> ids, Span<long> codes)
    {
        for (var row = 0; row < codes.Length; row++)
            codes[row] = ids[row] < 0 ? PropertyReader.NullCode : ids[row];
    }
}
