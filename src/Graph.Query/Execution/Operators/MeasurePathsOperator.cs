using System.Collections.Concurrent;
using Graph.Query.Syntax;

namespace Graph.Query.Execution;

/// <summary>
/// The end nodes of the shortest paths along one repeated edge from the bound first node of each row, with lengths and numbers instead of
/// paths.
/// </summary>
/// <param name="pathSlot">Where the length goes; negative where nobody reads it.</param>
/// <param name="countSlot">Where the number of paths goes; where it is negative, each makes a row of its own.</param>
internal sealed class MeasurePathsOperator(Operator input, PathProgram program, int pathSlot, int countSlot) : Operator
{
    private readonly (LoopInstruction Loop, EdgeInstruction Edge) loop = program.FindLoop()!.Value;
    private readonly NodeInstruction first = (NodeInstruction)program.Instructions[0];
    private readonly NodeInstruction last = (NodeInstruction)program.Instructions[^2];

    private bool IsUndirected => loop.Edge.Step.FollowsOutgoing && loop.Edge.Step.FollowsIncoming;

    public override IEnumerable<Batch> Run(ExecutionState state, Argument argument)
    {
        // As many as there are cores, whose tables grow with the graph: what one chunk of rows is done with serves another.
        var idle = state.Share(this, () => new ConcurrentBag<ShortestLengths>());
        var search = idle.TryTake(out var taken)
            ? taken
            : new ShortestLengths(state, loop.Edge.Step, program.Selector == PathSelectorKind.AllShortest);
        try
        {
            foreach (var batch in input.Run(state, argument))
            {
                foreach (var measured in Measure(state, argument, batch, search))
                    yield return measured;
            }
        }
        finally
        {
            idle.Add(search);
        }
    }

    private IEnumerable<Batch> Measure(ExecutionState state, Argument argument, Batch batch, ShortestLengths search)
    {
        var size = new BatchSize(state.Sizes);
        var buffer = new MeasureBuffer(size.Next());
        var starts = batch[program.StartSlot].GetNodes(batch.Count).ToArray();
        for (var row = 0; row < starts.Length; row++)
        {
            state.Check();
            if (starts[row] < 0 || argument.IsDone(batch, row) || first.Nodes?.Contains(starts[row]) == false)
                continue;

            search.Search(starts[row], loop.Loop.Maximum);
            foreach (var (end, length, count) in List(state, search, starts[row]))
            {
                for (var left = countSlot < 0 ? count : 1; left > 0; left--)
                {
                    buffer.Add(row, end, length, count);
                    if (!buffer.IsFull)
                        continue;

                    yield return Take(batch, buffer);
                    state.Check();
                    buffer = new MeasureBuffer(size.Next());
                }
            }
        }

        if (buffer.Count > 0)
            yield return Take(batch, buffer);
    }

    private IEnumerable<(int End, int Length, long Count)> List(ExecutionState state, ShortestLengths search, int start)
    {
        if (last.Nodes?.Contains(start) != false && FindWayBack(state, search, start) is { Count: > 0 } back)
            yield return (start, back.Length, back.Count);
        foreach (var branch in search.Branches)
        {
            if (last.Nodes?.Contains(branch.Node) != false)
                yield return (branch.Node, search.GetDistance(branch.Node), search.GetCount(branch.Node));
        }
    }

    /// <summary>The shortest paths from a node to itself.</summary>
    private (int Length, long Count) FindWayBack(ExecutionState state, ShortestLengths search, int start)
    {
        if (loop.Loop.Minimum == 0)
            return (0, 1);
        if (program.Rule.Mode == PathMode.Acyclic)
            return default;
        if (!IsUndirected)
            return program.Selector == PathSelectorKind.AllShortest
                ? search.WayBack
                : (search.WayBack.Length, Math.Min(1, search.WayBack.Count));

        var wayBack = new WayBack(state, loop.Edge.Step, program.Rule.EdgesMayRepeat, start, search.Branches);
        return wayBack.FindLength(loop.Loop.Maximum) is var length and > 0 ? (length, 1) : default;
    }

    private Batch Take(Batch batch, MeasureBuffer buffer)
    {
        var output = batch.Select(buffer.Rows.ToArray());
        output.Set(last.Slot, new NodeColumn(buffer.Ends.ToArray()));
        if (pathSlot >= 0)
            output.Set(pathSlot, new PathLengthColumn(buffer.Lengths.ToArray()));
        if (countSlot >= 0)
            output.Set(countSlot, new CountColumn(buffer.Counts.ToArray()));
        return output;
    }

    /// <summary>Ends of paths, up to as many as fill a batch.</summary>
    private sealed class MeasureBuffer(int capacity)
    {
        private readonly int[] rows = new int[capacity];
        private readonly int[] ends = new int[capacity];
        private readonly int[] lengths = new int[capacity];
        private readonly long[] counts = new long[capacity];

        public int Count { get; private set; }

        public bool IsFull => Count == capacity;

        public ReadOnlySpan<int> Rows => rows.AsSpan(0, Count);

        public ReadOnlySpan<int> Ends => ends.AsSpan(0, Count);

        public ReadOnlySpan<int> Lengths => lengths.AsSpan(0, Count);

        public ReadOnlySpan<long> Counts => counts.AsSpan(0, Count);

        public void Add(int row, int end, int length, long count)
        {
            (rows[Count], ends[Count], lengths[Count], counts[Count]) = (row, end, length, count);
            Count++;
        }
    }
}
