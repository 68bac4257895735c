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

                search.AddStart(from);
                var reached = search.Find(batch, row);
                for (var start = 0; start < reached.Count && !argument.IsDone(batch, row); start += state.Sizes.LargestBatch)
                    yield return ReachedNodes.Create(batch, row, toSlot, reached, start, state.Sizes.LargestBatch);
            }
        }

        search.Release();
    }
}

/// <summary>Every node that a walk of allowed length reaches from the node of any row, once.</summary>
internal sealed class JointReachOperator(Operator input, WalkRule rule, int fromSlot, int toSlot) : Operator
{
    public override IEnumerable<Batch> Run(ExecutionState state, Argument argument)
    {
        var search = new ReachSearch(state, rule);
        Batch? first = null;
        foreach (var batch in input.Run(state, argument))
        {
            first ??= batch;
            foreach (var node in batch[fromSlot].GetNodes(batch.Count))
            {
                if (node >= 0)
                    search.AddStart(node);
            }
        }

        if (first is not null)
        {
            var reached = search.Find(first, 0);
            for (var start = 0; start < reached.Count; start += state.Sizes.LargestBatch)
                yield return ReachedNodes.Create(first, 0, toSlot, reached, start, state.Sizes.LargestBatch);
        }

        search.Release();
    }
}

internal static class ReachedNodes
{
    /// <summary>A batch of the nodes from a position on, each beside the same input row.</summary>
    public static Batch Create(Batch batch, int row, int toSlot, List<int> reached, int start, int most)
    {
        var count = Math.Min(reached.Count - start, most);
        var found = batch.Repeat(row, count);
        found.Set(toSlot, new NodeColumn([.. reached[start..(start + count)]]));
        return found;
    }
}
