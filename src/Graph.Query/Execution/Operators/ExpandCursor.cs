using Graph.Query.Selection;

namespace Graph.Query.Execution;

/// <summary>
/// Where an expansion stands in its input batch: row, relation type, direction and position, so that it can stop when a batch is full.
/// </summary>
internal sealed class ExpandCursor(
    ExecutionState state,
    Batch batch,
    int fromSlot,
    int boundSlot,
    EdgeStep step,
    NodeBits? chosen,
    EdgeDistinctness distinctness,
    Argument argument)
{
    private readonly bool isUndirected = step.FollowsOutgoing && step.FollowsIncoming;
    private int row;
    private RunPlace place;
    private RunBits? runs;
    private StepMeter meter = new(state);

    /// <summary>Adds rows until the buffer is full (true) or the input is exhausted (false).</summary>
    public bool Fill(RowBuffer buffer)
    {
        state.Check();
        var from = batch[fromSlot].GetNodes(batch.Count);
        var bound = boundSlot < 0 ? default : batch[boundSlot].GetNodes(batch.Count);
        if (step.Runs is [var only])
            return FillAlong(buffer, only, from, bound);

        runs ??= new RunBits(step, from);
        for (; row < batch.Count; row++, place = default)
        {
            if (!IsSkipped(from) && FillRow(buffer, runs, from[row], bound))
                return true;
        }

        return false;
    }

    private bool IsSkipped(ReadOnlySpan<int> from) => from[row] < 0 || argument.IsDone(batch, row);

    /// <summary>One table in one direction: its spans are taken once for all rows.</summary>
    private bool FillAlong(RowBuffer buffer, EdgeRuns runs, ReadOnlySpan<int> from, ReadOnlySpan<int> bound)
    {
        var view = runs.View;
        for (; row < batch.Count; row++, place = default)
        {
            if (!IsSkipped(from) && FillRun(buffer, runs, view, from[row], bound))
                return true;
        }

        return false;
    }

    private bool FillRow(RowBuffer buffer, RunBits runs, int node, ReadOnlySpan<int> bound)
    {
        for (var run = runs.FindNext(row, place.Run); run >= 0; run = runs.FindNext(row, run + 1))
        {
            if (run != place.Run)
                place = new RunPlace(run, 0);

            if (FillRun(buffer, step.Runs[run], step.Runs[run].View, node, bound))
                return true;
        }

        return false;
    }

    private bool FillRun(RowBuffer buffer, EdgeRuns runs, AdjacencyView view, int node, ReadOnlySpan<int> bound)
    {
        // Most nodes have no edge of a type, and are passed over without a call.
        var run = view.GetRun(node);
        if (run.Count == 0)
            return false;

        var neighbours = view.Neighbours;
        run = bound.IsEmpty ? SelectTargets(runs.Targets, neighbours, run) : SortedRun.Find(neighbours, run, bound[row]);
        if (!step.IsOnce && runs.Targets is null && chosen is null && distinctness.IsTrivial && !(isUndirected && runs.IsIncoming))
            return FillPlainRun(buffer, view, run);

        for (var position = run.Start + place.Offset; position < run.End; position++)
        {
            meter.Count();
            if (!Accepts(runs, neighbours[position], node)
                || (step.IsOnce && position > run.Start && neighbours[position] == neighbours[position - 1]))
                continue;

            var edge = view.GetEdge(position);
            if (!distinctness.IsTrivial && distinctness.IsUsed(batch, row, edge))
                continue;

            buffer.Add(row, edge, neighbours[position]);
            if (buffer.IsFull)
            {
                place = place with { Offset = position + 1 - run.Start };
                return true;
            }
        }

        return false;
    }

    /// <summary>Every edge of the run makes a row.</summary>
    private bool FillPlainRun(RowBuffer buffer, AdjacencyView view, Range32 run)
    {
        var added = buffer.AddRun(row, view, run with { Start = run.Start + place.Offset });
        meter.Count(added);
        place = place with { Offset = place.Offset + added };
        return buffer.IsFull;
    }

    /// <summary>The part of a long run whose neighbours can be targets at all, which are sorted by label.</summary>
    private static Range32 SelectTargets(NodeSelection? nodes, ReadOnlySpan<int> neighbours, Range32 run)
    {
        const int ShortRun = 8;
        return nodes is { RangeCount: > 0 } targets && run.Count > ShortRun
            ? SortedRun.Find(neighbours, run, new Range32(targets[0].Start, targets[targets.RangeCount - 1].End))
            : run;
    }

    private bool Accepts(EdgeRuns runs, int neighbour, int node)
    {
        // An undirected step meets a loop in both directions, and must count it once.
        if (isUndirected && runs.IsIncoming && neighbour == node)
            return false;
        return (chosen is null || chosen.Contains(neighbour)) && (runs.Targets is null || runs.Targets.Contains(neighbour));
    }

    /// <summary>How far the edges of the current row were followed. One value, so that the next row cannot inherit a part of it.</summary>
    private readonly record struct RunPlace(int Run, int Offset);
}
