namespace Graph.Query.Execution;

/// <summary>Remembers rows, and tells those that are new.</summary>
internal abstract class SeenRows
{
    /// <summary>What is remembered, in bytes.</summary>
    public abstract long Bytes { get; }

    /// <summary>The rows of a batch that are equivalent to none before them.</summary>
    public abstract List<int> FindNew(Batch batch);
}

/// <summary>Rows that are told apart by some of their columns.</summary>
internal sealed class SeenValueRows(int[] slots) : SeenRows
{
    private readonly GroupFinder finder = new(slots.Length);

    public override long Bytes => finder.Bytes;

    public override List<int> FindNew(Batch batch)
    {
        var known = finder.Count;
        var groups = new int[batch.Count];
        finder.Find([.. slots.Select(slot => batch[slot])], groups);
        var rows = new List<int>();
        for (var row = 0; row < groups.Length; row++)
        {
            // Groups are numbered as they come, so a number not seen yet is the next one.
            if (groups[row] != known)
                continue;
            rows.Add(row);
            known++;
        }

        return rows;
    }
}

/// <summary>Rows that are told apart by one node.</summary>
internal sealed class SeenNodeRows(ExecutionState state, int slot) : SeenRows
{
    private readonly SeenNodes seen = new(state.Store.NodeCount, state.Sizes.HashedNodes);

    public override long Bytes => seen.Bytes;

    public override List<int> FindNew(Batch batch)
    {
        var nodes = batch[slot].GetNodes(batch.Count);
        var rows = new List<int>();
        for (var row = 0; row < nodes.Length; row++)
        {
            if (seen.Add(nodes[row]))
                rows.Add(row);
        }

        return rows;
    }
}

/// <summary>Rows of a subquery that are told apart by one node, each outer row by itself.</summary>
internal sealed class SeenOuterNodeRows(Argument argument, int slot) : SeenRows
{
    private readonly PairSet seen = new();

    public override long Bytes => seen.Bytes;

    public override List<int> FindNew(Batch batch)
    {
        var nodes = batch[slot].GetNodes(batch.Count);
        var ordinals = argument.GetOrdinals(batch);
        var rows = new List<int>();
        for (var row = 0; row < nodes.Length; row++)
        {
            if (seen.Add(ordinals[row], nodes[row]))
                rows.Add(row);
        }

        return rows;
    }
}
