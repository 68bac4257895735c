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
    private CodeMap? all;
    private CodeMap? run;
    private int count;
    private int runStart;
    private bool isSwapped;
    private bool isRunAscending;

    public int Count => count;

    /// <summary>What the pairs take, in bytes.</summary>
    public long Bytes => (pairs.Groups.Length * 20L) + (all?.Bytes ?? 0) + (run?.Bytes ?? 0);

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
        return leading == pairs.Leading[count - 1] ? FindInRun(other) : HashAll().Find(first, second);
    }

    /// <summary>Adds a pair that was looked for just now and is not there.</summary>
    public void Add(long first, long second, int group)
    {
        var (leading, other) = isSwapped ? (second, first) : (first, second);
        if (all is not null)
            all.Add(first, second, group);
        else if (count == 0 || leading != pairs.Leading[count - 1])
            (runStart, run, isRunAscending) = (count, null, true);
        else
            AddToRun(other, group);
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

    private void AddToRun(long other, int group)
    {
        isRunAscending &= other > pairs.Others[count - 1];
        run?.Add(0, other, group);
    }

    private int FindInRun(long other)
    {
        if (isRunAscending && other >= pairs.Others[count - 1])
            return other == pairs.Others[count - 1] ? pairs.Groups[count - 1] : -1;

        var length = count - runStart;
        if (length > ShortRun)
            return (run ??= HashRun()).Find(0, other);
        var place = pairs.Others.AsSpan(runStart, length).IndexOf(other);
        return place < 0 ? -1 : pairs.Groups[runStart + place];
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

    private CodeMap HashRun()
    {
        var map = new CodeMap();
        for (var i = runStart; i < count; i++)
            map.Add(0, pairs.Others[i], pairs.Groups[i]);
        return map;
    }

    private CodeMap HashAll()
    {
        all = new CodeMap();
        for (var i = 0; i < count; i++)
        {
            var (leading, other) = (pairs.Leading[i], pairs.Others[i]);
            all.Add(isSwapped ? other : leading, isSwapped ? leading : other, pairs.Groups[i]);
        }

        run = null;
        return all;
    }
}
