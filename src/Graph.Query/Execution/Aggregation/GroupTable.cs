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

    // The groups from here on are in no bucket yet.
    private int hashed;

    public int Count { get; private set; }

    /// <summary>What a tuple costs in memory, roughly.</summary>
    public long BytesPerGroup => (width * 16) + 16;

    public Value GetKey(int group, int column) => keys[(group * width) + column];

    /// <summary>Whether every tuple can be found by its hash, so that several threads may look for some at once.</summary>
    public bool IsHashed => hashed == Count;

    /// <summary>The number of a tuple; a new one where it was not there yet.</summary>
    public int FindOrAdd(ReadOnlySpan<Value> key)
    {
        var hash = GetHash(key);
        var group = Find(key, hash);
        if (group >= 0)
            return group;

        group = Add(key);
        Hash(hash);
        return group;
    }

    /// <summary>The number of a tuple that is known not to be there. It is hashed only when one is looked for.</summary>
    public int Add(ReadOnlySpan<Value> key)
    {
        if ((Count + 1) * width > keys.Length)
            Array.Resize(ref keys, keys.Length * 2);
        key.CopyTo(keys.AsSpan(Count * width));
        return Count++;
    }

    /// <summary>The number of a tuple, or -1.</summary>
    public int Find(ReadOnlySpan<Value> key) => Find(key, GetHash(key));

    private int Find(ReadOnlySpan<Value> key, int hash)
    {
        while (!IsHashed)
            Hash(GetHash(keys.AsSpan(hashed * width, width)));
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

    /// <summary>Puts the first group that is in no bucket yet into its own.</summary>
    private void Hash(int hash)
    {
        if (Count > hashes.Length)
            Grow();
        hashes[hashed] = hash;
        PutIntoBucket(hashed++);
    }

    private void Grow()
    {
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Count);
        Array.Resize(ref hashes, size);
        Array.Resize(ref next, size);
        buckets = CreateBuckets(size * 2);
        for (var group = 0; group < hashed; group++)
            PutIntoBucket(group);
    }

    private void PutIntoBucket(int group)
    {
        var bucket = hashes[group] & (buckets.Length - 1);
        next[group] = buckets[bucket];
        buckets[bucket] = group;
    }

    private static int[] CreateBuckets(int length)
    {
        var buckets = new int[length];
        Array.Fill(buckets, -1);
        return buckets;
    }
}
