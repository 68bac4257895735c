namespace Graph.Query.Execution;

/// <summary>The first row of each node.</summary>
internal sealed class DistinctNodesOperator(Operator input, int slot) : Operator
{
    public override IEnumerable<Batch> Run(ExecutionState state, Argument argument)
    {
        var seen = new SeenNodes(state.Store.NodeCount);
        var bytes = 0L;
        foreach (var batch in input.Run(state, argument))
        {
            state.Check();
            var rows = FindNew(batch, seen);
            state.Allocate(seen.Bytes - bytes);
            bytes = seen.Bytes;
            if (rows.Count > 0)
                yield return rows.Count == batch.Count ? batch : batch.Select([.. rows]);
        }

        state.Release(bytes);
    }

    private List<int> FindNew(Batch batch, SeenNodes seen)
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
