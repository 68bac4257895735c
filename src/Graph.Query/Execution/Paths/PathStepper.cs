using System.Diagnostics;

namespace Graph.Query.Execution;

/// <summary>Runs the instructions of a path program from one state to the next ones, for one outer row.</summary>
internal sealed class PathStepper(
    ExecutionState state, PathProgram program, Batch batch, int row, EdgeDistinctness distinctness, PathRule rule)
{
    private int untilCheck = ExecutionState.CheckInterval;
    private int found;

    public static PathState Start(int node) => new(null, 0, 0, node, -1, -1, 0);

    /// <summary>
    /// Runs everything that needs no move from a state: what comes out either accepts (<paramref name="accepted"/>) or waits to move along
    /// an edge.
    /// </summary>
    public void Settle(PathState at, List<PathState> waiting, List<PathState> accepted)
    {
        CountStep();
        switch (program.Instructions[at.Next])
        {
            case AcceptInstruction accept:
                if (HasBoundLists(at) && Test(accept, at))
                {
                    accepted.Add(at);
                    found++;
                }

                break;
            case EdgeInstruction:
                waiting.Add(at);
                break;
            case NodeInstruction node:
                if (Test(node, at))
                    Settle(at with { Previous = at, Next = at.Next + 1, Bound = at.Next, Edge = -1 }, waiting, accepted);
                break;
            case LoopInstruction loop:
                if (at.Repetitions < loop.Maximum)
                    Settle(at with { Next = at.Next + 1 }, waiting, accepted);
                if (at.Repetitions >= loop.Minimum)
                    Settle(at with { Next = loop.Exit, Repetitions = 0 }, waiting, accepted);
                break;
            case EndInstruction end:
                if (end.Where is null || TestRepetition(end, at))
                    Settle(at with { Next = end.Loop, Repetitions = at.Repetitions + 1 }, waiting, accepted);
                break;
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>Moves along every edge that the waiting instruction and the path mode allow.</summary>
    /// <param name="canTake">Whether an edge to a node is worth a state; null where each one is.</param>
    public void Move(PathState at, List<PathState> moved, Func<int, int, bool>? canTake = null)
    {
        var instruction = (EdgeInstruction)program.Instructions[at.Next];
        foreach (var table in instruction.Step.Tables)
        {
            if (instruction.Step.FollowsOutgoing)
                Move(at, instruction, table.Outgoing.View, false, moved, canTake);
            if (instruction.Step.FollowsIncoming)
                Move(at, instruction, table.Incoming.View, true, moved, canTake);
        }
    }

    /// <summary>Edges of other patterns are no hindrance.</summary>
    public bool IsUnrestricted => distinctness.IsTrivial;

    /// <summary>The accepted states of a walk along the given edges; none where a test of the pattern fails on it.</summary>
    public IReadOnlyList<PathState> Replay(int start, int[] edges)
    {
        var accepted = new List<PathState>();
        var states = new List<PathState> { Start(start) };
        for (var i = 0; ; i++)
        {
            var waiting = new List<PathState>();
            accepted.Clear();
            foreach (var at in states)
                Settle(at, waiting, accepted);
            if (i == edges.Length)
                return accepted;

            states.Clear();
            foreach (var at in waiting)
                Move(at, states, (edge, _) => edge == edges[i]);
        }
    }

    private void Move(
        PathState at,
        EdgeInstruction instruction,
        AdjacencyView view,
        bool isIncoming,
        List<PathState> moved,
        Func<int, int, bool>? canTake)
    {
        var run = view.GetRun(at.Node);
        var allowed = instruction.Where is null ? null : Test(instruction, view, run);
        for (var position = run.Start; position < run.End; position++)
        {
            CountStep();
            var edge = view.GetEdge(position);
            var node = view.Neighbours[position];
            if (canTake is not null && !canTake(edge, node))
                continue;

            var isSecondLoop = isIncoming && instruction.Step.FollowsOutgoing && node == at.Node;
            if (isSecondLoop || (allowed is not null && !allowed[position - run.Start]) || !CanUse(at, instruction, edge, node))
                continue;

            moved.Add(new PathState(at, at.Next + 1, at.Repetitions, node, at.Next, edge, at.Length + 1));
        }
    }

    private bool CanUse(PathState at, EdgeInstruction instruction, int edge, int node)
    {
        if (instruction.Binding.BoundSlot >= 0 && batch[instruction.Binding.BoundSlot].GetEdges(batch.Count)[row] != edge)
            return false;
        if (!distinctness.IsTrivial && distinctness.IsUsed(batch, row, edge))
            return false;
        return rule.Allows(at, edge, node);
    }

    private bool Test(NodeInstruction instruction, PathState at)
    {
        if (instruction.Nodes is not null && !instruction.Nodes.Contains(at.Node))
            return false;
        if (instruction.BoundSlot >= 0 && batch[instruction.BoundSlot].GetNodes(batch.Count)[row] != at.Node)
            return false;
        if (instruction.EarlierInstruction >= 0 && FindEarlier(instruction, at) is var earlier && earlier >= 0 && earlier != at.Node)
            return false;
        if (instruction.Where is null)
            return true;

        var candidate = batch.Select([row]);
        candidate.Set(instruction.Slot, new NodeColumn([at.Node]));
        return instruction.Where.EvaluateTruths(state, candidate, "WHERE")[0] == Truth.True;
    }

    private bool Test(AcceptInstruction accept, PathState at)
    {
        if (accept.Where is null)
            return true;

        var candidate = batch.Select([row]);
        foreach (var output in program.Outputs)
            candidate.Set(output.Slot, output.CreateColumn([at]));
        if (accept.PathSlot >= 0)
            candidate.Set(
                accept.PathSlot, new ConstantColumn(Value.FromPath(PathExpression.CreatePath(state.Store, at.GetStart(), at.GetEdges()))));
        return accept.Where.EvaluateTruths(state, candidate, "WHERE")[0] == Truth.True;
    }

    /// <summary>Inside a loop a variable stands for one node in each repetition, so only this repetition's binding counts.</summary>
    private int FindEarlier(NodeInstruction instruction, PathState at)
    {
        var loop = FindLoop(at.Next);
        for (var link = at; link is not null; link = link.Previous)
        {
            if (link.Bound == instruction.EarlierInstruction)
                return link.Node;
            if (loop >= 0 && link.Bound == loop + 1)
                return -1;
        }

        return -1;
    }

    private int FindLoop(int instruction)
    {
        for (var i = instruction; i >= 0; i--)
        {
            if (program.Instructions[i] is LoopInstruction loop)
                return loop.Exit > instruction ? i : -1;
        }

        return -1;
    }

    private bool[] Test(EdgeInstruction instruction, AdjacencyView view, Range32 run)
    {
        var ids = new int[run.Count];
        for (var i = 0; i < ids.Length; i++)
            ids[i] = view.GetEdge(run.Start + i);
        return EdgeCondition.Test(state, batch, row, instruction.Slot, ids, instruction.Where!);
    }

    private bool TestRepetition(EndInstruction end, PathState at)
    {
        var candidate = batch.Select([row]);
        for (var link = at; link is not null && link.Bound > end.Loop; link = link.Previous)
        {
            switch (program.Instructions[link.Bound])
            {
                case NodeInstruction node:
                    candidate.Set(node.Slot, new NodeColumn([link.Node]));
                    break;
                case EdgeInstruction edge:
                    candidate.Set(edge.Slot, new EdgeColumn([link.Edge]));
                    break;
            }

            if (link.Bound == end.Loop + 1)
                break;
        }

        return end.Where!.EvaluateTruths(state, candidate, "WHERE")[0] == Truth.True;
    }

    private bool HasBoundLists(PathState accepted)
    {
        if (!program.HasBoundLists)
            return true;

        for (var i = 0; i < program.Instructions.Length; i++)
        {
            if (program.Instructions[i] is EdgeInstruction { Binding.BoundListSlot: >= 0 and var slot } && !IsBoundList(accepted, i, slot))
                return false;
        }

        return true;
    }

    private bool IsBoundList(PathState accepted, int instruction, int slot)
    {
        var value = batch[slot][row];
        return value.Kind == ValueKind.List
            && value.AsList().Select(item => item.IsEdge ? item.AsEdge() : -1).SequenceEqual(accepted.GetAllBound(instruction));
    }

    private void CountStep()
    {
        if (--untilCheck > 0)
            return;
        state.Check();
        state.Budget.Activity?.AddWalks(found, 0);
        found = 0;
        untilCheck = ExecutionState.CheckInterval;
    }
}
