namespace Graph.Query.Execution;

/// <summary>Takes a node in which edges meet, with the edges on both sides as parts of runs.</summary>
internal abstract class MeetingSink
{
    /// <summary>How many pairs of edges were met.</summary>
    public long Count { get; protected set; }

    /// <param name="meetings">Where the pairs of a row go; null where they are only counted.</param>
    public static MeetingSink Create(Intersection intersection, ExecutionState state, Batch batch, int row, Meetings? meetings)
    {
        if (meetings is not null && intersection.IsOfNodes)
            return new MeetingNodes(state, row, meetings);
        return meetings is not null || intersection.AreDistinct
            ? new MeetingPairs(intersection, state, batch, row, meetings)
            : new MeetingProducts(intersection, state, batch, row);
    }

    public abstract void Add(int node, AdjacencyView left, Range32 leftRun, AdjacencyView right, Range32 rightRun);

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

    /// <summary>The node as often as edges meet in it.</summary>
    private sealed class MeetingNodes(ExecutionState state, int row, Meetings meetings) : MeetingSink
    {
        public override void Add(int node, AdjacencyView left, Range32 leftRun, AdjacencyView right, Range32 rightRun)
        {
            for (var i = 0; i < leftRun.Count; i++)
            {
                if (i > 0)
                    state.Check();
                meetings.Add(row, node, rightRun.Count);
            }
        }
    }

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
