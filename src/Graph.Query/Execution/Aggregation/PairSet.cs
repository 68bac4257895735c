using System.Numerics;

namespace Graph.Query.Execution;

/// <summary>A set of pairs of numbers that are not below -1, by open addressing.</summary>
internal sealed class PairSet
{
    private ulong[] entries = new ulong[64];
    private int count;

    /// <summary>What the set takes, in bytes.</summary>
    public long Bytes => entries.Length * 8L;

    /// <summary>False where the pair was there.</summary>
    public bool Add(int first, int second)
    {
        // One more than each number, so that only an empty entry is 0; the pair of two -1 is not asked for.
        var pair = ((ulong)(uint)(first + 1) << 32) | (uint)(second + 1);
        ref var entry = ref Find(pair);
        if (entry != 0)
            return false;

        entry = pair;
        if (++count * 2 > entries.Length)
            Grow();
        return true;
    }

    private ref ulong Find(ulong pair)
    {
        var slot = (int)((pair * 0x9E3779B97F4A7C15) >> (64 - BitOperations.Log2((uint)entries.Length)));
        while (entries[slot] != 0 && entries[slot] != pair)
            slot = (slot + 1) & (entries.Length - 1);
        return ref entries[slot];
    }

    private void Grow()
    {
        var old = entries;
        entries = new ulong[old.Length * 2];
        foreach (var pair in old.Where(pair => pair != 0))
            Find(pair) = pair;
    }
}
