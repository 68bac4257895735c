namespace Graph.Query.Execution;

/// <summary>
/// Walks from one node after another, depth first; each call of <see cref="MoveNext"/> finds the next one. Holds one frame for each edge of
/// the walk.
/// </summary>
internal sealed class WalkSearch(ExecutionState state, Batch batch, WalkRule rule, EdgeTests tests)
{
    private readonly List<Frame> frames = [];
    private int[] edges = new int[8];
    private int row;
    private int untilCheck = ExecutionState.CheckInterval;
    private bool isAtStart;
    private int found;
    private int longest;

    /// <summary>Where the walk that was found ends.</summary>
    public int End { get; private set; }

    public ReadOnlySpan<int> Edges => edges.AsSpan(0, frames.Count - 1);

    /// <param name="row">The row whose used edges the walks keep away from.</param>
    /// <param name="node">Negative for none, from which no walk leads.</param>
    public void Start(int row, int node)
    {
        this.row = row;
        frames.Clear();
        isAtStart = node >= 0;
        if (isAtStart)
            frames.Add(new Frame(node));
    }

    public bool MoveNext()
    {
        if (isAtStart)
        {
            isAtStart = false;
            if (Accept())
                return true;
        }

        while (frames.Count > 0)
        {
            if (frames.Count - 1 < rule.Maximum && Advance())
            {
                if (Accept())
                    return true;
            }
            else
            {
                frames.RemoveAt(frames.Count - 1);
            }
        }

        return false;
    }

    private bool Accept()
    {
        End = frames[^1].Node;
        longest = Math.Max(longest, frames.Count - 1);
        if (frames.Count - 1 < rule.Minimum || (rule.Targets is not null && !rule.Targets.Contains(End)))
            return false;

        found++;
        return true;
    }

    /// <summary>Goes one edge further from the last node, along the next edge it has not tried yet.</summary>
    private bool Advance()
    {
        var frame = frames[^1];
        for (; frame.Table < rule.Step.Tables.Length; frame = frame.NextRun(rule.Step))
        {
            if (frame.IsIncoming ? !rule.Step.FollowsIncoming : !rule.Step.FollowsOutgoing)
                continue;

            var table = rule.Step.Tables[frame.Table];
            var view = frame.IsIncoming ? table.Incoming.View : table.Outgoing.View;
            var run = view.GetRun(frame.Node);
            var allowed = frame.Allowed ?? tests.Test(batch, row, table, frame.IsIncoming, frame.Node);
            for (var offset = frame.Offset; offset < run.Count; offset++)
            {
                CountStep();
                if (allowed is not null && !allowed[offset])
                    continue;

                var edge = view.GetEdge(run.Start + offset);
                var next = view.Neighbours[run.Start + offset];
                if (!CanUse(edge, frame, next))
                    continue;

                frames[^1] = frame with { Offset = offset + 1, Allowed = allowed };
                Push(edge, next);
                return true;
            }
        }

        return false;
    }

    private bool CanUse(int edge, Frame frame, int next)
    {
        // An undirected step meets a loop in both directions, and must count it once.
        if (frame.IsIncoming && next == frame.Node && rule.Step.FollowsOutgoing)
            return false;
        if (!rule.AllowsRepeats && Edges.Contains(edge))
            return false;
        return rule.Distinctness.IsTrivial || !rule.Distinctness.IsUsed(batch, row, edge);
    }

    private void Push(int edge, int node)
    {
        if (frames.Count - 1 == edges.Length)
            Array.Resize(ref edges, edges.Length * 2);
        edges[frames.Count - 1] = edge;
        frames.Add(new Frame(node));
    }

    private void CountStep()
    {
        if (--untilCheck > 0)
            return;
        state.Check();
        state.Budget.Activity?.AddWalks(found, longest);
        found = 0;
        untilCheck = ExecutionState.CheckInterval;
    }

    /// <summary>A node of the walk and how far its edges were tried.</summary>
    private readonly record struct Frame(int Node)
    {
        public int Table { get; init; }

        public bool IsIncoming { get; init; }

        public int Offset { get; init; }

        /// <summary>For each edge of the run, whether the condition holds; null before it was tested.</summary>
        public bool[]? Allowed { get; init; }

        public Frame NextRun(EdgeStep step) => IsIncoming || !step.FollowsIncoming
            ? new Frame(Node) { Table = Table + 1 }
            : new Frame(Node) { Table = Table, IsIncoming = true };
    }
}
