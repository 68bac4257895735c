namespace Graph.Query.Execution;

/// <summary>
/// Numbers tuples of values in the order they first come, by equivalence: null is the same as null, <c>1</c> as <c>1.0</c>.
/// </summary>
internal sealed class GroupTable(int width)
{
    private Value[] keys = new Value[Math.Max(1, width) * 16];
    private int[] hashes = new int[16];
    private int[] next = new int[16];
    private int[] buckets = CreateBuckets(32);

    public int Count { get; private set; }

    /// <summary>What a tuple costs in memory, roughly.</summary>
    public long BytesPerGroup => (width * 16) + 16;

    public Value GetKey(int group, int column) => keys[(group * width) + column];

    /// <summary>The number of a tuple; a new one where it was not there yet.</summary>
    public int FindOrAdd(ReadOnlySpan<Value> key)
    {
        var hash = GetHash(key);
        var group = Find(key, hash);
        return group >= 0 ? group : Add(key, hash);
    }

    /// <summary>The number of a tuple, or -1.</summary>
    public int Find(ReadOnlySpan<Value> key) => Find(key, GetHash(key));

    private int Find(ReadOnlySpan<Value> key, int hash)
    {
        for (var group = buckets[hash & (buckets.Length - 1)]; group >= 0; group = next[group])
        {
            if (hashes[group] == hash && AreEquivalent(group, key))
                return group;
        }

        return -1;
    }

    private static int GetHash(ReadOnlySpan<Value> key)
    {
        var hash = 17;
        foreach (var value in key)
            hash = (hash * 31) + ValueComparer.GetEquivalenceHash(value);

        // Ids and small integers are their own hash, so the low bits need the high ones mixed in.
        hash *= -1640531527;
        return hash ^ (hash >>> 15);
    }

    private bool AreEquivalent(int group, ReadOnlySpan<Value> key)
    {
        for (var i = 0; i < key.Length; i++)
        {
            if (!ValueComparer.AreEquivalent(keys[(group * width) + i], key[i]))
                return false;
        }

        return true;
    }

    private int Add(ReadOnlySpan<Value> key, int hash)
    {
        if (Count == hashes.Length)
            Grow();

        var bucket = hash & (buckets.Length - 1);
        hashes[Count] = hash;
        next[Count] = buckets[bucket];
        buckets[bucket] = Count;
        key.CopyTo(keys.AsSpan(Count * width));
        return Count++;
    }

    private void Grow()
    {
        Array.Resize(ref keys, keys.Length * 2);
        Array.Resize(ref hashes, Count * 2);
        Array.Resize(ref next, Count * 2);
        buckets = CreateBuckets(buckets.Length * 2);
        for (var group = 0; group < Count; group++)
        {
            var bucket = hashes[group] & (buckets.Length - 1);
            next[group] = buckets[bucket];
            buckets[bucket] = group;
        }
    }

    private static int[] CreateBuckets(int length)
    {
        var buckets = new int[length];
        Array.Fill(buckets, -1);
        return buckets;
    }
}
