namespace Graph.Query.Execution;

/// <summary>A pair of codes as a key of a <see cref="CodeTable{TKey}"/>.</summary>
internal interface ICodeKey<TKey> : IEquatable<TKey>
    where TKey : struct, ICodeKey<TKey>
{
    long First { get; }

    long Second { get; }
}

/// <summary>Codes of half a word each, as ids, days and numbers of values are: tables of them take half the memory.</summary>
internal readonly record struct NarrowKey(uint Low, uint High) : ICodeKey<NarrowKey>
{
    public long First => Low;

    public long Second => High;
}

internal readonly record struct WideKey(long First, long Second) : ICodeKey<WideKey>;

/// <summary>
/// Pairs of codes to numbers that are not negative, by open addressing. What no pair took is 0, so that memory as it comes from the system
/// is an empty table.
/// </summary>
internal sealed class CodeTable<TKey>
    where TKey : struct, ICodeKey<TKey>
{
    private Entry[] entries = new Entry[64];
    private int count;

    /// <summary>What the table takes, in bytes.</summary>
    public long Bytes => entries.Length * (long)System.Runtime.CompilerServices.Unsafe.SizeOf<Entry>();

    public IEnumerable<(long First, long Second, int Number)> Entries =>
        entries.Where(entry => entry.Next != 0).Select(entry => (entry.Key.First, entry.Key.Second, entry.Next - 1));

    /// <summary>The number of a pair, or -1.</summary>
    public int Find(TKey key) => entries[FindSlot(key)].Next - 1;

    /// <summary>Gives a pair that is there another number; false where it is not.</summary>
    public bool TryReplace(TKey key, int number)
    {
        ref var entry = ref entries[FindSlot(key)];
        if (entry.Next == 0)
            return false;

        entry = new Entry(key, number + 1);
        return true;
    }

    /// <summary>Adds a pair that is not there.</summary>
    public void Add(TKey key, int number)
    {
        if (++count * 3L > entries.Length * 2L)
            Grow();
        entries[FindSlot(key)] = new Entry(key, number + 1);
    }

    /// <summary>Where a pair is, or else an empty slot.</summary>
    private int FindSlot(TKey key)
    {
        var table = entries;
        var slot = GetHash(key) & (table.Length - 1);
        while (table[slot].Next != 0 && !table[slot].Key.Equals(key))
            slot = (slot + 1) & (table.Length - 1);
        return slot;
    }

    private void Grow()
    {
        var old = entries;
        entries = new Entry[old.Length * 2];
        foreach (var entry in old)
        {
            if (entry.Next != 0)
                entries[FindSlot(entry.Key)] = entry;
        }
    }

    private static int GetHash(TKey key)
    {
        var hash = unchecked(((ulong)key.First * 0x9E3779B97F4A7C15) ^ ((ulong)key.Second * 0xC2B2AE3D27D4EB4F));
        return (int)(hash ^ (hash >>> 29));
    }

    /// <param name="Next">The number plus one.</param>
    private readonly record struct Entry(TKey Key, int Next);
}
