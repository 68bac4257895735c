using System.Numerics;

namespace Graph.Query.Execution;

/// <summary>
/// Pairs of a code and a group as a bit each, in words of their own for every group. It takes pairs for as long as there are enough
/// of them to be worth the words: many groups of a few codes each are not.
/// </summary>
internal sealed class GroupedBits : PairForm
{
    private const int MostCodes = 1 << 22;
    private const int BytesAPair = 16;

    // The first code that has a bit: days lie far from 0 and near each other.
    private readonly long origin;
    private readonly int firstCount;
    private ulong[][] groups = [];
    private int count;
    private long bytes;

    private GroupedBits(long origin, int firstCount) => (this.origin, this.firstCount) = (origin, firstCount);

    public override long Bytes => bytes;

    public override IEnumerable<(long Code, int Group)> Pairs
    {
        get
        {
            for (var group = 0; group < groups.Length; group++)
            {
                for (var word = 0; word < groups[group].Length; word++)
                {
                    for (var rest = groups[group][word]; rest != 0; rest &= rest - 1)
                        yield return (origin + (word * 64L) + BitOperations.TrailingZeroCount(rest), group);
                }
            }
        }
    }

    /// <summary>An empty set for pairs like the given ones; null where they are better hashed.</summary>
    /// <param name="smallest">The smallest of their codes.</param>
    /// <param name="largest">The largest of their codes.</param>
    /// <param name="groupCount">How many groups they have at the most.</param>
    /// <param name="count">How many they are.</param>
    public static GroupedBits? TryCreate(long smallest, long largest, int groupCount, int count)
    {
        if (smallest < 0 || largest - smallest >= MostCodes / 2)
            return null;

        // Room for as many codes below, where that saves most of the words.
        var room = largest - smallest + 64;
        var origin = smallest / 4 > room ? smallest - room : 0;
        if (largest - origin >= MostCodes)
            return null;
        var bytesAGroup = BitOperations.RoundUpToPowerOf2((ulong)(largest - origin) + 64) / 8;
        return bytesAGroup * (ulong)groupCount <= (ulong)count * BytesAPair / 2 ? new GroupedBits(origin, count) : null;
    }

    public override bool TryAdd(long code, int group, out bool isNew)
    {
        isNew = false;
        var place = unchecked((ulong)(code - origin));
        if (place >= MostCodes)
            return false;

        var word = (int)(place >> 6);
        if ((group >= groups.Length || word >= groups[group].Length) && !TryGrow(group, word))
            return false;

        ref var bits = ref groups[group][word];
        isNew = (bits >> (int)place & 1) == 0;
        bits |= 1UL << (int)place;
        count += isNew ? 1 : 0;
        return true;
    }

    public override PairForm CreateNext() => new HashedPairs(count * 2);

    private bool TryGrow(int group, int word)
    {
        var more = group < groups.Length ? 0 : (int)BitOperations.RoundUpToPowerOf2((uint)group + 1) - groups.Length;
        var before = more > 0 ? 0 : groups[group].Length;
        var words = (int)BitOperations.RoundUpToPowerOf2((uint)word + 1);
        var added = (words - before + more) * 8L;
        if (bytes + added > Math.Max(count, firstCount) * (long)BytesAPair)
            return false;

        bytes += added;
        if (more > 0)
            groups = [.. groups, .. Enumerable.Repeat(Array.Empty<ulong>(), more)];
        Array.Resize(ref groups[group], words);
        return true;
    }
}
