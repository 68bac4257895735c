namespace Graph.Query.Execution;

/// <summary>Takes a node in which edges meet, with the edges on both sides as parts of runs.</summary>
internal abstract class MeetingSink
{
    /// <summary>How many pairs of edges the row has met.</summary>
    public long Count { get; protected set; }

    protected int Row { get; private set; }

    /// <param name="meetings">Where the pairs of a batch go; null where they are only counted.</param>
    public static MeetingSink Create(Intersection intersection, ExecutionState state, Batch batch, Meetings? meetings)
    {
        if (meetings is not null && intersection.IsOfNodes)
            return new MeetingNodes(state, meetings);
        return meetings is not null || intersection.AreDistinct
            ? new MeetingPairs(intersection, state, batch, meetings)
            : new MeetingProducts(intersection, state, batch);
    }

    /// <summary>Goes on to a row, of which nothing is counted yet.</summary>
    public virtual void Begin(int row)
    {
        Row = row;
        Count = 0;
    }

    public abstract void Add(int node, AdjacencyView left, Range32 leftRun, AdjacencyView right, Range32 rightRun);

    /// <summary>Only edges that the row has not used meet.</summary>
    private abstract class MeetingEdges(Intersection intersection, Batch batch) : MeetingSink
    {
        protected bool AreDistinct { get; } = intersection.AreDistinct;

        protected UsedEdges FirstUsed { get; } = new(intersection.First.Distinctness, batch);

        protected UsedEdges SecondUsed { get; } = new(intersection.Second.Distinctness, batch);

        public override void Begin(int row)
        {
            base.Begin(row);
            FirstUsed.Begin(row);
            SecondUsed.Begin(row);
        }
    }

    /// <summary>Any edge may go with any other that the row has not used, so that pairs need only be multiplied.</summary>
    private sealed class MeetingProducts(Intersection intersection, ExecutionState state, Batch batch)
        : MeetingEdges(intersection, batch)
    {
        public override void Add(int node, AdjacencyView left, Range32 leftRun, AdjacencyView right, Range32 rightRun) =>
            Count += CountFree(FirstUsed, left, leftRun) * CountFree(SecondUsed, right, rightRun);

        private long CountFree(UsedEdges used, AdjacencyView view, Range32 run)
        {
            if (used.IsNone)
                return run.Count;

            if (run.Count > 1)
                state.Check();
            var count = 0L;
            for (var i = run.Start; i < run.End; i++)
                count += used.Contains(view.GetEdge(i)) ? 0 : 1;
            return count;
        }
    }

    /// <summary>The node as often as edges meet in it.</summary>
    private sealed class MeetingNodes(ExecutionState state, Meetings meetings) : MeetingSink
    {
        public override void Add(int node, AdjacencyView left, Range32 leftRun, AdjacencyView right, Range32 rightRun)
        {
            for (var i = 0; i < leftRun.Count; i++)
            {
                if (i > 0)
                    state.Check();
                meetings.Add(Row, node, rightRun.Count);
            }
        }
    }

    private sealed class MeetingPairs(Intersection intersection, ExecutionState state, Batch batch, Meetings? meetings)
        : MeetingEdges(intersection, batch)
    {
        public override void Add(int node, AdjacencyView left, Range32 leftRun, AdjacencyView right, Range32 rightRun)
        {
            for (var i = leftRun.Start; i < leftRun.End; i++)
            {
                var leftEdge = left.GetEdge(i);
                if (FirstUsed.Contains(leftEdge))
                    continue;

                if (rightRun.Count > 1)
                    state.Check();
                for (var j = rightRun.Start; j < rightRun.End; j++)
                    AddPair(node, leftEdge, right.GetEdge(j));
            }
        }

        private void AddPair(int node, int leftEdge, int rightEdge)
        {
            if ((AreDistinct && leftEdge == rightEdge) || SecondUsed.Contains(rightEdge))
                return;

            Count++;
            meetings?.Add(Row, node, leftEdge, rightEdge);
        }
    }

    /// <summary>The edges that a row of a batch has bound before, read once for all that are asked about.</summary>
    private sealed class UsedEdges(EdgeDistinctness distinctness, Batch batch)
    {
        private readonly int[] edges = new int[distinctness.EdgeCount];
        private int row;

        public bool IsNone => distinctness.IsTrivial;

        public void Begin(int next)
        {
            row = next;
            for (var i = 0; i < edges.Length; i++)
                distinctness.TryGetEdge(batch, row, i, out edges[i]);
        }

        public bool Contains(int edge) =>
            distinctness.IsOfEdges ? edges.AsSpan().Contains(edge) : distinctness.IsUsed(batch, row, edge);
    }
}
