namespace Graph.Query.Execution;

/// <summary>
/// Pairs whose codes ascend in each group, as neighbours do: the last code of a group tells whether the next one is new, and the pairs are
/// only written down.
/// </summary>
internal sealed class AscendingPairs : PairForm
{
    private long[] codes = new long[16];
    private int[] groups = new int[16];
    private int count;
    private long[] last = [];

    public override long Bytes => (groups.Length * 12L) + (last.Length * 8L);

    public override IEnumerable<(long Code, int Group)> Pairs => codes.Zip(groups).Take(count);

    public override bool TryAdd(long code, int group, out bool isNew)
    {
        if (group >= last.Length)
            Grow(group);
        isNew = code > last[group];
        if (!isNew)
            return code == last[group];

        last[group] = code;
        Append(code, group);
        return true;
    }

    public override PairForm CreateNext() => new PairsOfRuns();

    private void Append(long code, int group)
    {
        if (count == groups.Length)
        {
            Array.Resize(ref codes, count * 2);
            Array.Resize(ref groups, count * 2);
        }

        (codes[count], groups[count]) = (code, group);
        count++;
    }

    private void Grow(int group)
    {
        var before = last.Length;
        Array.Resize(ref last, Math.Max(group + 1, Math.Max(16, before * 2)));
        last.AsSpan(before).Fill(long.MinValue);
    }
}
