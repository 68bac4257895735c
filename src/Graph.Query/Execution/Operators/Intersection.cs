namespace Graph.Query.Execution;

/// <summary>One of the two steps that meet.</summary>
/// <param name="EdgeSlot">Where its edge goes; -1 where nobody reads it.</param>
internal sealed record CompiledLeg(int FromSlot, int EdgeSlot, EdgeStep Step, EdgeDistinctness Distinctness)
{
    public ReadOnlySpan<int> GetNodes(Batch batch) => batch[FromSlot].GetNodes(batch.Count);
}

/// <summary>The edges of one relation type in one direction that a leg follows from a node.</summary>
internal readonly ref struct LegRun
{
    private readonly EdgeRuns runs;
    private readonly int node;
    private readonly bool isSecondWay;

    public LegRun(CompiledLeg leg, EdgeRuns runs, int node)
    {
        this.runs = runs;
        this.node = node;
        isSecondWay = runs.IsIncoming && leg.Step.FollowsOutgoing;
        View = runs.View;
        Range = View.GetRun(node);
    }

    public AdjacencyView View { get; }

    public Range32 Range { get; }

    /// <summary>A step either way follows a loop once.</summary>
    public bool Accepts(int neighbour) => runs.Targets?.Contains(neighbour) != false && !(isSecondWay && neighbour == node);
}

/// <summary>The pairs of edges, from two bound nodes, that meet in one node: both neighbourhoods are sorted.</summary>
/// <param name="areDistinct">Both edges must be different ones.</param>
internal sealed class Intersection(CompiledLeg first, CompiledLeg second, bool areDistinct)
{
    // Where the other side is so much longer, leaping over it takes fewer steps than asking for each of its nodes.
    private const int MostPerMarked = 8;

    private readonly bool isFree = first.Distinctness.IsTrivial && second.Distinctness.IsTrivial;

    public CompiledLeg First => first;

    public CompiledLeg Second => second;

    public bool AreDistinct => areDistinct;

    /// <summary>Whether any edge may meet any other and nobody reads which: only nodes and numbers of pairs count.</summary>
    public bool IsOfNodes => isFree && !areDistinct && first.EdgeSlot < 0 && second.EdgeSlot < 0;

    /// <summary>
    /// Whether a row starts at the same two nodes as the row before, and so has as many meetings: parallel edges stand side by side.
    /// </summary>
    public bool IsRepeated(Batch batch, int row)
    {
        if (row == 0 || !isFree)
            return false;

        var left = first.GetNodes(batch);
        var right = second.GetNodes(batch);
        return left[row] == left[row - 1] && right[row] == right[row - 1];
    }

    /// <summary>Gives the sink all that meets in a row.</summary>
    public void Meet(ExecutionState state, Batch batch, int row, MarkedRun marks, MeetingSink sink)
    {
        sink.Begin(row);
        var left = first.GetNodes(batch)[row];
        var right = second.GetNodes(batch)[row];
        if (left < 0 || right < 0)
            return;

        marks.Move(first, left, second, right);
        foreach (var leftRuns in first.Step.Runs)
        {
            var leftRun = new LegRun(first, leftRuns, left);
            foreach (var rightRuns in leftRun.Range.Count == 0 ? [] : second.Step.Runs)
            {
                var rightRun = new LegRun(second, rightRuns, right);
                if (marks.Is(first, left) && rightRun.Range.Count <= (long)leftRun.Range.Count * MostPerMarked)
                    MeetMarked(state, marks, leftRun, rightRun, isFirstMarked: true, sink);
                else if (marks.Is(second, right) && leftRun.Range.Count <= (long)rightRun.Range.Count * MostPerMarked)
                    MeetMarked(state, marks, rightRun, leftRun, isFirstMarked: false, sink);
                else
                    Meet(state, leftRun, rightRun, sink);
            }
        }
    }

    /// <summary>Walks both sorted runs, leaping ahead in whichever is behind.</summary>
    private static void Meet(ExecutionState state, LegRun left, LegRun right, MeetingSink sink)
    {
        var (i, j) = (left.Range.Start, right.Range.Start);
        var (leftEnd, rightEnd) = (left.Range.End, right.Range.End);
        var leftNodes = left.View.Neighbours;
        var rightNodes = right.View.Neighbours;
        var steps = 0;
        while (i < leftEnd && j < rightEnd)
        {
            if ((++steps & (ExecutionState.CheckInterval - 1)) == 0)
                state.Check();

            var node = leftNodes[i];
            var other = rightNodes[j];
            if (node < other)
            {
                i = Leap(leftNodes, i, leftEnd, other);
                continue;
            }

            if (other < node)
            {
                j = Leap(rightNodes, j, rightEnd, node);
                continue;
            }

            var leftEdges = new Range32(i, EndRun(leftNodes, i, leftEnd));
            var rightEdges = new Range32(j, EndRun(rightNodes, j, rightEnd));
            if (left.Accepts(node) && right.Accepts(node))
                sink.Add(node, left.View, leftEdges, right.View, rightEdges);
            (i, j) = (leftEdges.End, rightEdges.End);
        }
    }

    /// <summary>Asks for each node of a run whether it is marked, and looks for its place in a marked run only then.</summary>
    private static void MeetMarked(
        ExecutionState state, MarkedRun marks, LegRun marked, LegRun other, bool isFirstMarked, MeetingSink sink)
    {
        var nodes = other.View.Neighbours;
        var markedNodes = marked.View.Neighbours;
        var place = marked.Range.Start;
        for (var start = other.Range.Start; start < other.Range.End; start++)
        {
            if ((start & (ExecutionState.CheckInterval - 1)) == 0)
                state.Check();
            var node = nodes[start];
            if (!marks.Contains(node))
                continue;

            // It may be marked for another run of the same leg.
            place = Leap(markedNodes, place, marked.Range.End, node);
            if (place == marked.Range.End)
                return;
            if (markedNodes[place] != node || !marked.Accepts(node) || !other.Accepts(node))
                continue;

            var met = new Range32(place, EndRun(markedNodes, place, marked.Range.End));
            var equal = new Range32(start, EndRun(nodes, start, other.Range.End));
            if (isFirstMarked)
                sink.Add(node, marked.View, met, other.View, equal);
            else
                sink.Add(node, other.View, equal, marked.View, met);
            start = equal.End - 1;
        }
    }

    /// <summary>The end of the edges to one node that begin at a position.</summary>
    private static int EndRun(ReadOnlySpan<int> neighbours, int start, int end)
    {
        var node = neighbours[start];
        return start + 1 == end || neighbours[start + 1] != node ? start + 1 : Leap(neighbours, start, end, node + 1);
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
}
