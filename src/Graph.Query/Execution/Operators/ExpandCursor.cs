namespace Graph.Query.Execution;

/// <summary>Where an expansion stands in its input batch: row, table, direction and position, so that it can stop when a batch is full.</summary>
internal sealed class ExpandCursor(
    Batch batch, int fromSlot, int boundSlot, EdgeStep step, EdgeDistinctness distinctness, Argument argument)
{
    private int row;
    private int table;
    private bool isIncoming = !step.FollowsOutgoing;
    private int offset;
    private int untilCheck = ExecutionState.CheckInterval;

    /// <summary>Adds rows until the buffer is full (true) or the input is exhausted (false).</summary>
    public bool Fill(ExecutionState state, RowBuffer buffer)
    {
        state.Check();
        var from = batch[fromSlot].GetNodes(batch.Count);
        var bound = boundSlot < 0 ? default : batch[boundSlot].GetNodes(batch.Count);
        if (step is { Tables: [var only] } && step.FollowsOutgoing != step.FollowsIncoming)
            return FillAlong(state, buffer, step.FollowsOutgoing ? only.Outgoing.View : only.Incoming.View, from, bound);

        for (; row < batch.Count; row++)
        {
            if (!IsSkipped(from) && FillRow(state, buffer, from, bound))
                return true;
            table = 0;
        }

        return false;
    }

    private bool IsSkipped(ReadOnlySpan<int> from) => from[row] < 0 || argument.IsDone(batch, row);

    /// <summary>One table in one direction: its spans are taken once for all rows.</summary>
    private bool FillAlong(ExecutionState state, RowBuffer buffer, AdjacencyView view, ReadOnlySpan<int> from, ReadOnlySpan<int> bound)
    {
        for (; row < batch.Count; row++)
        {
            if (!IsSkipped(from) && FillRun(state, buffer, view, from[row], bound))
                return true;
        }

        return false;
    }

    private bool FillRow(ExecutionState state, RowBuffer buffer, ReadOnlySpan<int> from, ReadOnlySpan<int> bound)
    {
        for (; table < step.Tables.Length; table++, isIncoming = !step.FollowsOutgoing)
        {
            if (!isIncoming && FillRun(state, buffer, step.Tables[table].Outgoing.View, from[row], bound))
                return true;
            if (!isIncoming && !step.FollowsIncoming)
                continue;

            isIncoming = true;
            if (FillRun(state, buffer, step.Tables[table].Incoming.View, from[row], bound))
                return true;
        }

        return false;
    }

    private bool FillRun(ExecutionState state, RowBuffer buffer, AdjacencyView view, int node, ReadOnlySpan<int> bound)
    {
        var neighbours = view.Neighbours;
        var run = bound.IsEmpty ? view.GetRun(node) : SortedRun.Find(neighbours, view.GetRun(node), bound[row]);
        for (var position = run.Start + offset; position < run.End; position++)
        {
            if (--untilCheck == 0)
            {
                state.Check();
                untilCheck = ExecutionState.CheckInterval;
            }

            if (!Accepts(neighbours[position], node))
                continue;

            var edge = view.GetEdge(position);
            if (!distinctness.IsTrivial && distinctness.IsUsed(batch, row, edge))
                continue;

            buffer.Add(row, edge, neighbours[position]);
            if (buffer.IsFull)
            {
                offset = position + 1 - run.Start;
                return true;
            }
        }

        offset = 0;
        return false;
    }

    private bool Accepts(int neighbour, int node)
    {
        // An undirected step meets a loop in both directions, and must count it once.
        if (isIncoming && neighbour == node && step.FollowsOutgoing)
            return false;
        return step.Targets is null || step.Targets.Contains(neighbour);
    }
}
