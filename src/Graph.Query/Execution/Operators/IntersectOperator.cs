namespace Graph.Query.Execution;

/// <summary>One of the two steps that meet.</summary>
/// <param name="EdgeSlot">Where its edge goes; -1 where nobody reads it.</param>
internal sealed record CompiledLeg(int FromSlot, int EdgeSlot, EdgeStep Step, EdgeDistinctness Distinctness);

/// <summary>One row for each pair of edges, from two bound nodes, that meet in one node.</summary>
internal sealed class IntersectOperator(Operator input, CompiledLeg first, CompiledLeg second, int toSlot, bool areDistinct) : Operator
{
    public override IEnumerable<Batch> Run(ExecutionState state, Argument argument)
    {
        foreach (var batch in input.Run(state, argument))
        {
            var meetings = new Meetings();
            for (var row = 0; row < batch.Count; row++)
            {
                state.Check();
                if (!argument.IsDone(batch, row))
                    AddMeetings(state, batch, row, meetings);
                if (meetings.Count < BatchSize.Maximum)
                    continue;

                yield return Take(batch, meetings);
                meetings = new Meetings();
            }

            if (meetings.Count > 0)
                yield return Take(batch, meetings);
        }
    }

    private void AddMeetings(ExecutionState state, Batch batch, int row, Meetings meetings)
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
                Intersect(state, batch, row, leftView, leftRun, rightView, rightView.GetRun(right), meetings);
            }
        }
    }

    /// <summary>Walks both sorted runs, leaping ahead in whichever is behind.</summary>
    private void Intersect(
        ExecutionState state, Batch batch, int row, AdjacencyView left, Range32 leftRun, AdjacencyView right, Range32 rightRun, Meetings meetings)
    {
        var (i, j) = (leftRun.Start, rightRun.Start);
        var steps = 0;
        while (i < leftRun.End && j < rightRun.End)
        {
            if ((++steps & (ExecutionState.CheckInterval - 1)) == 0)
                state.Check();

            var node = left.Neighbours[i];
            var other = right.Neighbours[j];
            if (node < other)
            {
                i = Leap(left.Neighbours, i, leftRun.End, other);
                continue;
            }

            if (other < node)
            {
                j = Leap(right.Neighbours, j, rightRun.End, node);
                continue;
            }

            var (leftEnd, rightEnd) = (Leap(left.Neighbours, i, leftRun.End, node + 1), Leap(right.Neighbours, j, rightRun.End, node + 1));
            if (first.Step.Targets is null || first.Step.Targets.Contains(node))
                AddPairs(batch, row, node, left, new Range32(i, leftEnd), right, new Range32(j, rightEnd), meetings);
            (i, j) = (leftEnd, rightEnd);
        }
    }

    private void AddPairs(Batch batch, int row, int node, AdjacencyView left, Range32 leftRun, AdjacencyView right, Range32 rightRun, Meetings meetings)
    {
        for (var i = leftRun.Start; i < leftRun.End; i++)
        {
            var leftEdge = left.GetEdge(i);
            if (!first.Distinctness.IsTrivial && first.Distinctness.IsUsed(batch, row, leftEdge))
                continue;

            for (var j = rightRun.Start; j < rightRun.End; j++)
            {
                var rightEdge = right.GetEdge(j);
                if ((areDistinct && leftEdge == rightEdge) || (!second.Distinctness.IsTrivial && second.Distinctness.IsUsed(batch, row, rightEdge)))
                    continue;
                meetings.Add(row, node, leftEdge, rightEdge);
            }
        }
    }

    /// <summary>The first position from a start on whose neighbour is not before the given one: in doubling steps, then by halves.</summary>
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
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (neighbours[middle] < node)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private Batch Take(Batch batch, Meetings meetings)
    {
        var found = batch.Select([.. meetings.Rows]);
        found.Set(toSlot, new NodeColumn([.. meetings.Nodes]));
        if (first.EdgeSlot >= 0)
            found.Set(first.EdgeSlot, new EdgeColumn([.. meetings.FirstEdges]));
        if (second.EdgeSlot >= 0)
            found.Set(second.EdgeSlot, new EdgeColumn([.. meetings.SecondEdges]));
        return found;
    }

    private sealed class Meetings
    {
        public List<int> Rows { get; } = [];

        public List<int> Nodes { get; } = [];

        public List<int> FirstEdges { get; } = [];

        public List<int> SecondEdges { get; } = [];

        public int Count => Rows.Count;

        public void Add(int row, int node, int firstEdge, int secondEdge)
        {
            Rows.Add(row);
            Nodes.Add(node);
            FirstEdges.Add(firstEdge);
            SecondEdges.Add(secondEdge);
        }
    }
}
