namespace Graph.Query.Execution;

/// <summary>
/// Each node that a step from any row reaches, once, with the number of rows that end there: sums over the edges, by node.
/// </summary>
/// <param name="weightSlot">How many rows an input row stands for already; -1 for one.</param>
internal sealed class SumExpandOperator(Operator input, int fromSlot, EdgeStep step, int toSlot, int weightSlot, int countSlot) : Operator
{
    public override IEnumerable<Batch> Run(ExecutionState state, Argument argument)
    {
        var starts = new NodeTable<long>(state);
        foreach (var batch in input.Run(state, argument))
        {
            state.Check();
            AddStarts(batch, starts);
        }

        var sums = new NodeTable<long>(state);
        foreach (var run in step.Runs)
            Follow(state, run.View, isSecond: run.IsIncoming && step.FollowsOutgoing, starts, sums);

        foreach (var nodes in step.Targets is { } targets
            ? Enumerable.Range(0, targets.RangeCount).Select(range => targets[range])
            : [new Range32(0, state.Store.NodeCount)])
        {
            for (int start = nodes.Start, end; start < nodes.End; start = end)
            {
                state.Check();
                end = Math.Min(Math.Min(nodes.End, start + state.Sizes.LargestBatch), NodeTable<long>.GetPageEnd(start));
                if (Take(argument, sums.GetValues(start, end), start) is { } batch)
                    yield return batch;
            }
        }

        starts.Release();
        sums.Release();
    }

    private void AddStarts(Batch batch, NodeTable<long> starts)
    {
        var from = batch[fromSlot].GetNodes(batch.Count);
        var weights = weightSlot < 0 ? default : ((CountColumn)batch[weightSlot]).Counts;
        for (var row = 0; row < from.Length; row++)
        {
            if (from[row] < 0)
                continue;
            ref var count = ref starts[from[row]];
            count = Sums.Add(count, weights.IsEmpty ? 1 : weights[row]);
        }
    }

    /// <param name="isSecond">An undirected step meets a loop in both directions, and must count it once.</param>
    private static void Follow(ExecutionState state, AdjacencyView view, bool isSecond, NodeTable<long> starts, NodeTable<long> sums)
    {
        for (var row = 0; row < view.RowCount; row++)
        {
            if ((row & (ExecutionState.CheckInterval - 1)) == 0)
                state.Check();
            var node = view.GetRowNode(row);
            var count = starts.Get(node);
            if (count == 0)
                continue;

            var run = view.GetRowRun(row);
            var sign = 0L;
            foreach (var neighbour in view.Neighbours[run.Start..run.End])
            {
                if (isSecond && neighbour == node)
                    continue;

                ref var sum = ref sums[neighbour];
                sum = unchecked(sum + count);
                sign |= sum;
            }

            if (sign < 0)
                throw RuntimeErrors.Overflow("count");
        }
    }

    private Batch? Take(Argument argument, ReadOnlySpan<long> sums, int start)
    {
        var count = sums.Length - sums.Count(0);
        if (count == 0)
            return null;

        var nodes = new int[count];
        var counts = new long[count];
        for (int place = 0, next = 0; next < count; place++)
        {
            if (sums[place] == 0)
                continue;
            nodes[next] = start + place;
            counts[next++] = sums[place];
        }

        var batch = Batch.Create(argument.Rows.SlotCount, count);
        batch.Set(toSlot, new NodeColumn(nodes));
        batch.Set(countSlot, new CountColumn(counts));
        return batch;
    }
}
