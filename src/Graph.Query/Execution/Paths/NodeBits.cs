namespace Graph.Query.Execution;

/// <summary>A set of nodes with one bit for each node of the graph, small enough to stay in the cache while edges are followed.</summary>
internal sealed class NodeBits
{
    private readonly ExecutionState state;
    private readonly ulong[] words;

    public NodeBits(ExecutionState state)
    {
        this.state = state;
        words = new ulong[(state.Store.NodeCount >> 6) + 1];
        state.Allocate(Bytes);
    }

    private long Bytes => words.Length * (long)sizeof(ulong);

    public bool Contains(int node) => (words[node >> 6] & (1UL << (node & 63))) != 0;

    /// <summary>How many of the nodes are in the set.</summary>
    public int Count(ReadOnlySpan<int> nodes)
    {
        var count = 0UL;
        foreach (var node in nodes)
            count += (words[node >> 6] >> node) & 1;
        return (int)count;
    }

    /// <summary>False where the node was there.</summary>
    public bool Add(int node)
    {
        ref var word = ref words[node >> 6];
        var bit = 1UL << (node & 63);
        if ((word & bit) != 0)
            return false;

        word |= bit;
        return true;
    }

    /// <summary>Adds nodes, and lists those that were not there.</summary>
    public void Add(ReadOnlySpan<int> nodes, List<int> added)
    {
        var target = words;
        foreach (var node in nodes)
        {
            ref var word = ref target[node >> 6];
            var bit = 1UL << (node & 63);
            if ((word & bit) != 0)
                continue;

            word |= bit;
            added.Add(node);
        }
    }

    /// <summary>Takes nodes out, and lists those that were there.</summary>
    public void Remove(ReadOnlySpan<int> nodes, List<int> removed)
    {
        foreach (var node in nodes)
        {
            if (!Contains(node))
                continue;

            Remove(node);
            removed.Add(node);
        }
    }

    public void AddAll(List<int> nodes)
    {
        foreach (var node in nodes)
            Add(node);
    }

    /// <summary>Takes out the nodes of a list, which costs less than clearing everything where few were added.</summary>
    public void RemoveAll(List<int> nodes)
    {
        foreach (var node in nodes)
            Remove(node);
    }

    public void Release() => state.Release(Bytes);

    private void Remove(int node) => words[node >> 6] &= ~(1UL << (node & 63));
}
