namespace Graph.Query.Execution;

/// <summary>Every node that a walk of allowed length reaches from a bound node, once: breadth first, level by level.</summary>
internal sealed class ReachOperator(Operator input, WalkRule rule, int fromSlot, int toSlot) : Operator
{
    public override IEnumerable<Batch> Run(ExecutionState state, Argument argument)
    {
        var search = new ReachSearch(state, rule);
        foreach (var batch in input.Run(state, argument))
        {
            for (var row = 0; row < batch.Count; row++)
            {
                var from = batch[fromSlot].GetNodes(batch.Count)[row];
                if (from < 0 || argument.IsDone(batch, row))
                    continue;

                var reached = search.Find(batch, row, from);
                for (var start = 0; start < reached.Count && !argument.IsDone(batch, row); start += BatchSize.Maximum)
                    yield return Create(batch, row, reached, start, Math.Min(reached.Count, start + BatchSize.Maximum));
            }
        }

        search.Release();
    }

    private Batch Create(Batch batch, int row, List<int> reached, int start, int end)
    {
        var rows = new int[end - start];
        if (row > 0)
            Array.Fill(rows, row);
        var found = batch.Select(rows);
        found.Set(toSlot, new NodeColumn([.. reached[start..end]]));
        return found;
    }
}
