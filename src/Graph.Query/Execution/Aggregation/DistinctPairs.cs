namespace Graph.Query.Execution;

/// <summary>
/// Pairs of a code and a group, each once. As long as the codes of each group come in ascending order, as neighbours do, the last code
/// of a group tells whether the next one is new; the pairs are only written down, and put into a table when the order breaks.
/// </summary>
internal sealed class DistinctPairs
{
    private readonly List<(long Code, int Group)> pairs = [];
    private long[] last = [];
    private CodeMap? table;

    /// <summary>What is remembered, in bytes.</summary>
    public long Bytes => (table?.Bytes ?? 0) + (pairs.Count * 16L) + (last.Length * 8L);

    public IEnumerable<(long Code, int Group)> Pairs =>
        table is null ? pairs : table.Entries.Select(entry => (entry.First, (int)entry.Second));

    /// <summary>False where the pair was there.</summary>
    public bool Add(long code, int group)
    {
        if (table is not null)
            return AddToTable(code, group);
        if (group >= last.Length)
            Grow(group);
        if (code == last[group])
            return false;
        if (code < last[group])
            return BreakOrder(code, group);

        last[group] = code;
        pairs.Add((code, group));
        return true;
    }

    private bool BreakOrder(long code, int group)
    {
        table = new CodeMap();
        foreach (var pair in pairs)
            table.Add(pair.Code, pair.Group, 0);
        pairs.Clear();
        pairs.TrimExcess();
        last = [];
        return AddToTable(code, group);
    }

    private bool AddToTable(long code, int group)
    {
        if (table!.Find(code, group) >= 0)
            return false;
        table.Add(code, group, 0);
        return true;
    }

    private void Grow(int group)
    {
        var before = last.Length;
        Array.Resize(ref last, Math.Max(group + 1, Math.Max(16, before * 2)));
        last.AsSpan(before).Fill(long.MinValue);
    }
}
