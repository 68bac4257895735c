namespace Graph.Query.Execution;

/// <summary>
/// Codes to small numbers: by position where codes are small, as ids and days are, else by hash. A number is never negative.
/// </summary>
internal sealed class CodeNumbers
{
    private const long LargestDirect = 1L << 24;
    private const int FewestDirect = 256;

    // From the first code on; each number plus one, so that what was never set is 0.
    private int[] direct = [];
    private long first;
    private CodeMap? table;

    public long Bytes => (direct.Length * 4L) + (table?.Bytes ?? 0);

    /// <summary>The number of a code, or -1.</summary>
    public int Find(long code)
    {
        var position = code - first;
        if ((ulong)position < (ulong)direct.Length)
            return direct[position] - 1;
        return table is null || (ulong)code < LargestDirect ? -1 : table.Find(code, 0);
    }

    /// <summary>Gives a code a number, in the place of one that it may have.</summary>
    public void Set(long code, int number)
    {
        if ((ulong)code >= LargestDirect)
        {
            table ??= new CodeMap();
            table.Set(code, 0, number);
            return;
        }

        if ((ulong)(code - first) >= (ulong)direct.Length)
            Cover(code);
        direct[code - first] = number + 1;
    }

    /// <summary>Makes room for a code, and as much again as there is on its side: days lie far from 0 and near each other.</summary>
    private void Cover(long code)
    {
        var room = Math.Max(FewestDirect, direct.Length);
        var (low, high) = direct.Length == 0 ? (code, code + 1) : (first, first + direct.Length);
        var start = code < low || direct.Length == 0 ? Math.Max(0, Math.Min(code, low - room)) : low;
        var end = code >= high || direct.Length == 0 ? Math.Min(LargestDirect, Math.Max(code + 1, high + room)) : high;
        var wider = new int[end - start];
        direct.CopyTo(wider, low - start);
        (direct, first) = (wider, start);
    }
}
