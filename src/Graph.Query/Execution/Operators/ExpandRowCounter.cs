namespace Graph.Query.Execution;

/// <summary>
/// Counts the edges that an expansion would follow: by run lengths, and where the far node's labels matter by searches in the sorted runs.
/// </summary>
/// <param name="boundSlot">The far node where it is bound; else -1.</param>
/// <param name="targets">The only nodes that edges are followed to; null for all that the step allows.</param>
internal sealed class ExpandRowCounter(int fromSlot, int boundSlot, EdgeStep step, ChosenTargets? targets, EdgeDistinctness distinctness)
    : RowCounter
{
    // An edge is looked at in less time than the ends of one are found.
    private const int ShortRun = 8;

    public override void Count(ExecutionState state, Batch batch, Span<long> counts)
    {
        var from = batch[fromSlot].GetNodes(batch.Count);
        var bound = boundSlot < 0 ? default : batch[boundSlot].GetNodes(batch.Count);
        var chosen = targets?.Get(state, batch.SlotCount);
        var (first, last) = RunBits.FindBounds(from);
        foreach (var runs in step.Runs)
        {
            var view = runs.View;
            if (first <= last && view.CountEdges(first, last + 1) > 0)
                Add(state, batch, runs, view, chosen, from, bound, counts);
        }
    }

    private void Add(
        ExecutionState state,
        Batch batch,
        EdgeRuns runs,
        AdjacencyView view,
        NodeBits? chosen,
        ReadOnlySpan<int> from,
        ReadOnlySpan<int> bound,
        Span<long> counts)
    {
        // An undirected step meets a loop in both directions, and must count it once.
        var meetsLoopsAgain = runs.IsIncoming && step.FollowsOutgoing;
        for (var row = 0; row < counts.Length; row++)
        {
            var node = from[row];
            if (node < 0)
                continue;

            var run = bound.IsEmpty ? view.GetRun(node) : SortedRun.Find(view.Neighbours, view.GetRun(node), bound[row]);
            if (run.Count == 0)
                continue;

            counts[row] += Count(state, batch, row, runs, view, chosen, run);
            if (meetsLoopsAgain)
                counts[row] -= Count(state, batch, row, runs, view, chosen, SortedRun.Find(view.Neighbours, run, node));
        }
    }

    private long Count(ExecutionState state, Batch batch, int row, EdgeRuns runs, AdjacencyView view, NodeBits? chosen, Range32 run)
    {
        if (runs.Targets is not { } nodes)
            return CountUnused(state, batch, row, runs, view, chosen, run);

        var count = 0L;
        for (var range = 0; range < nodes.RangeCount; range++)
            count += CountUnused(state, batch, row, runs, view, chosen, SortedRun.Find(view.Neighbours, run, nodes[range]));
        return count;
    }

    private long CountUnused(ExecutionState state, Batch batch, int row, EdgeRuns runs, AdjacencyView view, NodeBits? chosen, Range32 run)
    {
        if (!distinctness.IsTrivial && (run.Count <= ShortRun || !distinctness.IsOfEdges))
            return CountOneByOne(state, batch, row, view, chosen, run);

        var count = chosen is null ? run.Count : chosen.Count(view.Neighbours[run.Start..run.End]);
        return distinctness.IsTrivial || count == 0 ? count : count - CountUsed(batch, row, runs, chosen, run);
    }

    /// <summary>The edges of a run that the row has bound already: these are looked for, as they are few.</summary>
    private int CountUsed(Batch batch, int row, EdgeRuns runs, NodeBits? chosen, Range32 run)
    {
        var node = batch[fromSlot].GetNodes(batch.Count)[row];
        var count = 0;
        for (var i = 0; i < distinctness.EdgeCount; i++)
        {
            if (distinctness.TryGetEdge(batch, row, i, out var edge)
                && Leads(runs, edge, node, out var end)
                && chosen?.Contains(end) != false
                && SortedRun.Find(runs.View.Neighbours, run, end).Count > 0)
                count++;
        }

        return count;
    }

    /// <summary>Whether the edge is one of these, and leaves the node.</summary>
    private static bool Leads(EdgeRuns runs, int edge, int node, out int end)
    {
        end = -1;
        var table = runs.Table;
        if (edge < table.FirstEdge || edge - table.FirstEdge >= table.Count)
            return false;

        end = runs.IsIncoming ? table.GetSource(edge) : table.GetTarget(edge);
        return (runs.IsIncoming ? table.GetTarget(edge) : table.GetSource(edge)) == node;
    }

    private long CountOneByOne(ExecutionState state, Batch batch, int row, AdjacencyView view, NodeBits? chosen, Range32 run)
    {
        var count = 0L;
        for (var position = run.Start; position < run.End; position++)
        {
            if ((position & (ExecutionState.CheckInterval - 1)) == 0)
                state.Check();
            count += (chosen is null || chosen.Contains(view.Neighbours[position]))
                && !distinctness.IsUsed(batch, row, view.GetEdge(position)) ? 1 : 0;
        }

        return count;
    }
}
