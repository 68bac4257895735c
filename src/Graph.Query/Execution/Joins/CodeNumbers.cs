namespace Graph.Query.Execution;

/// <summary>Codes to small numbers: by position where codes are small, as ids are, else by hash. A number is never negative.</summary>
internal sealed class CodeNumbers
{
    private const long LargestDirect = 1L << 24;

    // Each number plus one, so that what was never set is 0.
    private int[] direct = [];
    private CodeMap? table;

    public long Bytes => (direct.Length * 4L) + (table?.Bytes ?? 0);

    /// <summary>The number of a code, or -1.</summary>
    public int Find(long code)
    {
        if ((ulong)code < (ulong)direct.Length)
            return direct[code] - 1;
        return table is null || (ulong)code < LargestDirect ? -1 : table.Find(code, 0);
    }

    /// <summary>Adds a code that is not there.</summary>
    public void Add(long code, int number)
    {
        if ((ulong)code >= LargestDirect)
        {
            table ??= new CodeMap();
            table.Add(code, 0, number);
            return;
        }

        if (code >= direct.Length)
            Array.Resize(ref direct, (int)Math.Min(LargestDirect, Math.Max(code + 1, Math.Max(256, direct.Length * 2L))));
        direct[code] = number + 1;
    }
}

/// <summary>What is remembered of a column's codes, for as long as they mean the same.</summary>
internal sealed class CodeMemo
{
    private object? space;
    private CodeNumbers numbers = new();

    public CodeNumbers Of(Column column)
    {
        if (space != column.CodeSpace)
            numbers = new CodeNumbers();
        space = column.CodeSpace;
        return numbers;
    }
}
