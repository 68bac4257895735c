namespace Graph.Query.Execution;

/// <summary>A set of nodes, null among them: a hash table while it is small, one bit for each node of the graph once it is not.</summary>
internal sealed class SeenNodes(int nodeCount, int largestSmall)
{
    private HashSet<int>? small = [];
    private ulong[] bits = [];

    /// <summary>What the set takes, in bytes.</summary>
    public long Bytes => small is null ? bits.Length * 8L : small.Count * 16L;

    /// <summary>False where the node was there. Null is -1.</summary>
    public bool Add(int node)
    {
        if (small is null)
            return SetBit(node);
        if (small.Count < largestSmall)
            return small.Add(node);

        Enlarge();
        return SetBit(node);
    }

    private bool SetBit(int node)
    {
        var index = node + 1;
        ref var word = ref bits[index >> 6];
        var bit = 1UL << (index & 63);
        if ((word & bit) != 0)
            return false;

        word |= bit;
        return true;
    }

    private void Enlarge()
    {
        bits = new ulong[(nodeCount >> 6) + 1];
        foreach (var node in small!)
            SetBit(node);
        small = null;
    }
}
