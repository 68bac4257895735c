namespace Graph.Query.Execution;

/// <summary>One of the two steps that meet.</summary>
/// <param name="EdgeSlot">Where its edge goes; -1 where nobody reads it.</param>
internal sealed record CompiledLeg(int FromSlot, int EdgeSlot, EdgeStep Step, EdgeDistinctness Distinctness);

/// <summary>The pairs of edges, from two bound nodes, that meet in one node: both sorted neighbourhoods are walked side by side.</summary>
/// <param name="areDistinct">Both edges must be different ones.</param>
internal sealed class Intersection(CompiledLeg first, CompiledLeg second, bool areDistinct)
{
    private readonly bool isFree = first.Distinctness.IsTrivial && second.Distinctness.IsTrivial;

    public CompiledLeg First => first;

    public CompiledLeg Second => second;

    public bool AreDistinct => areDistinct;

    /// <summary>
    /// Whether a row starts at the same two nodes as the row before, and so has as many meetings: parallel edges stand side by side.
    /// </summary>
    public bool IsRepeated(Batch batch, int row)
    {
        if (row == 0 || !isFree)
            return false;

        var left = batch[first.FromSlot].GetNodes(batch.Count);
        var right = batch[second.FromSlot].GetNodes(batch.Count);
        return left[row] == left[row - 1] && right[row] == right[row - 1];
    }

    public void AddMeetings(ExecutionState state, Batch batch, int row, Meetings meetings) =>
        Meet(state, batch, row, new MeetingPairs(this, state, batch, row, meetings));

    public long Count(ExecutionState state, Batch batch, int row)
    {
        MeetingSink sink = areDistinct
            ? new MeetingPairs(this, state, batch, row, meetings: null)
            : new MeetingProducts(this, state, batch, row);
        Meet(state, batch, row, sink);
        return sink.Count;
    }

    private void Meet(ExecutionState state, Batch batch, int row, MeetingSink sink)
    {
        var left = batch[first.FromSlot].GetNodes(batch.Count)[row];
        var right = batch[second.FromSlot].GetNodes(batch.Count)[row];
        if (left < 0 || right < 0)
            return;

        foreach (var leftTable in first.Step.Tables)
        {
            var leftView = first.Step.FollowsOutgoing ? leftTable.Outgoing.View : leftTable.Incoming.View;
            var leftRun = leftView.GetRun(left);
            foreach (var rightTable in second.Step.Tables)
            {
                var rightView = second.Step.FollowsOutgoing ? rightTable.Outgoing.View : rightTable.Incoming.View;
                Meet(state, leftView, leftRun, rightView, rightView.GetRun(right), sink);
            }
        }
    }

    /// <summary>Walks both sorted runs, leaping ahead in whichever is behind.</summary>
    private void Meet(ExecutionState state, AdjacencyView left, Range32 leftRun, AdjacencyView right, Range32 rightRun, MeetingSink sink)
    {
        var (i, j) = (leftRun.Start, rightRun.Start);
        var leftNodes = left.Neighbours;
        var rightNodes = right.Neighbours;
        var steps = 0;
        while (i < leftRun.End && j < rightRun.End)
        {
            if ((++steps & (ExecutionState.CheckInterval - 1)) == 0)
                state.Check();

            var node = leftNodes[i];
            var other = rightNodes[j];
            if (node < other)
            {
                i = Leap(leftNodes, i, leftRun.End, other);
                continue;
            }

            if (other < node)
            {
                j = Leap(rightNodes, j, rightRun.End, node);
                continue;
            }

            var (leftEnd, rightEnd) = (Leap(leftNodes, i, leftRun.End, node + 1), Leap(rightNodes, j, rightRun.End, node + 1));
            if (first.Step.Targets is null || first.Step.Targets.Contains(node))
                sink.Add(node, left, new Range32(i, leftEnd), right, new Range32(j, rightEnd));
            (i, j) = (leftEnd, rightEnd);
        }
    }

    /// <summary>
    /// The first position from a start on whose neighbour is not before the given one: in doubling steps, then by halves.
    /// </summary>
    private static int Leap(ReadOnlySpan<int> neighbours, int start, int end, int node)
    {
        var step = 1;
        var low = start;
        while (low + step < end && neighbours[low + step] < node)
        {
            low += step;
            step *= 2;
        }

        var high = Math.Min(low + step, end);
        return low + SortedRun.LowerBound(neighbours[low..high], node);
    }

    /// <summary>Takes a node in which edges meet, with the edges on both sides as parts of runs.</summary>
    private abstract class MeetingSink
    {
        /// <summary>How many pairs of edges were met.</summary>
        public long Count { get; protected set; }

        public abstract void Add(int node, AdjacencyView left, Range32 leftRun, AdjacencyView right, Range32 rightRun);
    }

    private static bool IsUsed(CompiledLeg leg, Batch batch, int row, int edge) =>
        !leg.Distinctness.IsTrivial && leg.Distinctness.IsUsed(batch, row, edge);

    /// <summary>Any edge may go with any other that the row has not used, so that pairs need only be multiplied.</summary>
    private sealed class MeetingProducts(Intersection intersection, ExecutionState state, Batch batch, int row) : MeetingSink
    {
        public override void Add(int node, AdjacencyView left, Range32 leftRun, AdjacencyView right, Range32 rightRun) =>
            Count += CountFree(intersection.First, left, leftRun) * CountFree(intersection.Second, right, rightRun);

        private long CountFree(CompiledLeg leg, AdjacencyView view, Range32 run)
        {
            if (leg.Distinctness.IsTrivial)
                return run.Count;

            state.Check();
            var count = 0L;
            for (var i = run.Start; i < run.End; i++)
                count += IsUsed(leg, batch, row, view.GetEdge(i)) ? 0 : 1;
            return count;
        }
    }

    /// <param name="meetings">Where the pairs go; null where they are only counted.</param>
    private sealed class MeetingPairs(Intersection intersection, ExecutionState state, Batch batch, int row, Meetings? meetings)
        : MeetingSink
    {
        public override void Add(int node, AdjacencyView left, Range32 leftRun, AdjacencyView right, Range32 rightRun)
        {
            for (var i = leftRun.Start; i < leftRun.End; i++)
            {
                var leftEdge = left.GetEdge(i);
                if (IsUsed(intersection.First, batch, row, leftEdge))
                    continue;

                state.Check();
                for (var j = rightRun.Start; j < rightRun.End; j++)
                    AddPair(node, leftEdge, right.GetEdge(j));
            }
        }

        private void AddPair(int node, int leftEdge, int rightEdge)
        {
            if ((intersection.AreDistinct && leftEdge == rightEdge) || IsUsed(intersection.Second, batch, row, rightEdge))
                return;

            Count++;
            meetings?.Add(row, node, leftEdge, rightEdge);
        }
    }
}
