namespace Graph.Query.Execution;

/// <summary>
/// Pairs of codes to groups. Rows often come by one of the codes in ascending order, as nodes do out of a scan: then a pair can have stood
/// before only in the run of rows that share this code, and nothing else is looked through; while the other code ascends within the run, as
/// neighbours of a node do, only the last pair. Where the order ends, all pairs are hashed.
/// </summary>
internal sealed class CodeRuns
{
    /// <summary>Up to so many pairs of a run are read one after the other.</summary>
    private const int ShortRun = 64;

    private (long[] Leading, long[] Others, int[] Groups) pairs = (new long[16], new long[16], new int[16]);
    private CodeNumbers placesInRuns = new();
    private CodeMap? all;
    private int placedUpTo;
    private int count;
    private int runStart;
    private bool isSwapped;
    private bool isRunAscending;

    public int Count => count;

    /// <summary>What the pairs take, in bytes.</summary>
    public long Bytes => (pairs.Groups.Length * 20L) + placesInRuns.Bytes + (all?.Bytes ?? 0);

    /// <summary>Sees by the first batch which of the codes ascends.</summary>
    public void Begin(ReadOnlySpan<long> first, ReadOnlySpan<long> second)
    {
        if (count == 0)
            isSwapped = !second.IsEmpty && !IsAscending(first) && IsAscending(second);
    }

    /// <summary>The group of a pair, or -1.</summary>
    public int Find(long first, long second)
    {
        if (all is not null)
            return all.Find(first, second);

        var (leading, other) = isSwapped ? (second, first) : (first, second);
        if (count == 0 || leading > pairs.Leading[count - 1])
            return -1;
        if (leading == pairs.Leading[count - 1])
            return FindInRun(other);
        return TryTurn(other) ? Find(first, second) : HashAll().Find(first, second);
    }

    /// <summary>
    /// Takes the other code for the ascending one, where it has ascended too: a first batch of one node's rows does not tell.
    /// </summary>
    private bool TryTurn(long other)
    {
        if (other < pairs.Others[count - 1] || !IsAscending(pairs.Others.AsSpan(0, count)))
            return false;

        isSwapped = !isSwapped;
        (pairs.Leading, pairs.Others) = (pairs.Others, pairs.Leading);
        runStart = Array.IndexOf(pairs.Leading, pairs.Leading[count - 1], 0, count);
        isRunAscending = IsAscending(pairs.Others.AsSpan(runStart..count));
        (placesInRuns, placedUpTo) = (new CodeNumbers(), 0);
        return true;
    }

    /// <summary>Adds a pair that was looked for just now and is not there.</summary>
    public void Add(long first, long second, int group)
    {
        var (leading, other) = isSwapped ? (second, first) : (first, second);
        if (all is not null)
            all.Add(first, second, group);
        else if (count == 0 || leading != pairs.Leading[count - 1])
            (runStart, isRunAscending) = (count, true);
        else
            isRunAscending &= other > pairs.Others[count - 1];
        Append(leading, other, group);
    }

    /// <summary>A code of the pair that came so many pairs after the first one.</summary>
    public long GetCode(int pair, bool isSecond) => isSecond == isSwapped ? pairs.Leading[pair] : pairs.Others[pair];

    private static bool IsAscending(ReadOnlySpan<long> codes)
    {
        for (var row = 1; row < codes.Length; row++)
        {
            if (codes[row] < codes[row - 1])
                return false;
        }

        return true;
    }

    private int FindInRun(long other)
    {
        if (isRunAscending && other >= pairs.Others[count - 1])
            return other == pairs.Others[count - 1] ? pairs.Groups[count - 1] : -1;

        var place = count - runStart > ShortRun ? FindPlace(other) : pairs.Others.AsSpan(runStart..count).IndexOf(other) + runStart;
        return place < runStart ? -1 : pairs.Groups[place];
    }

    /// <summary>
    /// Where a code stood last: what lies before the run belongs to an earlier one, so that nothing is cleared between runs.
    /// </summary>
    private int FindPlace(long other)
    {
        for (placedUpTo = Math.Max(placedUpTo, runStart); placedUpTo < count; placedUpTo++)
            placesInRuns.Set(pairs.Others[placedUpTo], placedUpTo);
        return placesInRuns.Find(other);
    }

    private void Append(long leading, long other, int group)
    {
        if (count == pairs.Groups.Length)
        {
            Array.Resize(ref pairs.Leading, count * 2);
            Array.Resize(ref pairs.Others, count * 2);
            Array.Resize(ref pairs.Groups, count * 2);
        }

        (pairs.Leading[count], pairs.Others[count], pairs.Groups[count]) = (leading, other, group);
        count++;
    }

    private CodeMap HashAll()
    {
        all = new CodeMap();
        for (var i = 0; i < count; i++)
        {
            var (leading, other) = (pairs.Leading[i], pairs.Others[i]);
            all.Add(isSwapped ? other : leading, isSwapped ? leading : other, pairs.Groups[i]);
        }

        return all;
    }
}
