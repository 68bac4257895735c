using System.Numerics;

namespace Graph.Query.Execution;

/// <summary>
/// Pairs of groups that come one after the other, as those of scanned nodes do, each with its codes in any order: a pair can have stood
/// before only among the pairs of its group.
/// </summary>
internal sealed class PairsOfRuns : PairForm
{
    /// <summary>Up to so many codes of a group are read one after the other.</summary>
    private const int ShortRun = 64;
    private const int MostCodes = 1 << 22;
    private const int FewPairs = 4096;

    // The codes of a long run, as bits.
    private ulong[] placed = [];
    private int placedFrom;
    private int placedUpTo;
    private int[] codes = new int[16];
    private int count;

    // Where the codes of each group begin.
    private int[] starts = new int[16];
    private int groupCount;

    public override long Bytes => (placed.Length * 8L) + ((codes.Length + starts.Length) * 4L);

    public override IEnumerable<(long Code, int Group)> Pairs
    {
        get
        {
            for (var group = 0; group < groupCount; group++)
            {
                var end = group + 1 < groupCount ? starts[group + 1] : count;
                for (var place = starts[group]; place < end; place++)
                    yield return (codes[place], group);
            }
        }
    }

    public override bool TryAdd(long code, int group, out bool isNew)
    {
        isNew = false;
        if (group < groupCount - 1 || (ulong)code >= MostCodes)
            return false;

        while (groupCount <= group)
            Append(ref starts, groupCount++, count);
        isNew = !IsInRun((int)code, group);
        if (isNew)
            Append(ref codes, count++, (int)code);
        return true;
    }

    public override PairForm CreateNext() => new HashedPairs(FewPairs);

    private bool IsInRun(int code, int group)
    {
        var start = starts[group];
        if (count - start <= ShortRun)
            return codes.AsSpan(start..count).Contains(code);

        Place(start);
        return code >> 6 < placed.Length && (placed[code >> 6] >> code & 1) != 0;
    }

    private void Place(int start)
    {
        if (placedFrom != start)
        {
            foreach (var code in codes.AsSpan(placedFrom..placedUpTo))
                placed[code >> 6] &= ~(1UL << code);
            placedFrom = placedUpTo = start;
        }

        for (; placedUpTo < count; placedUpTo++)
        {
            var code = codes[placedUpTo];
            if (code >> 6 >= placed.Length)
                Array.Resize(ref placed, (int)BitOperations.RoundUpToPowerOf2((uint)(code >> 6) + 1));
            placed[code >> 6] |= 1UL << code;
        }
    }

    private static void Append(ref int[] numbers, int place, int number)
    {
        if (place == numbers.Length)
            Array.Resize(ref numbers, place * 2);
        numbers[place] = number;
    }
}
