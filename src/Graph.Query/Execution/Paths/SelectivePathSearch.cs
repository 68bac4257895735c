using Graph.Query.Algorithms;
using Graph.Query.Syntax;

namespace Graph.Query.Execution;

/// <summary>
/// The chosen paths of a pattern from one node, for each end node: breadth first, one length after another, and within a length in the
/// order of edge ids. First as walks, where a state that was reached often enough need not be reached again; where a walk that
/// would be chosen breaks the path mode, the ends concerned are searched once more, without that short cut.
/// </summary>
/// <param name="searches">For where the pattern is one repeated edge.</param>
internal sealed class SelectivePathSearch(
    ExecutionState state,
    PathProgram program,
    Func<PathRule, PathStepper> createStepper,
    long count,
    SharedSearches searches)
{
    /// <summary>What a path state takes, in bytes.</summary>
    public const long BytesOfState = 64;

    private readonly bool hasOneLoop = program.Instructions.Count(instruction => instruction is LoopInstruction) == 1;
    private readonly bool wantsGroups = program.Selector is PathSelectorKind.AllShortest or PathSelectorKind.ShortestGroups;

    public IEnumerable<PathState> Select(int start, int? end)
    {
        if (end is not null && end != start && count == 1 && program.FindOnlyLoop() is var (loop, _) && loop.Minimum <= 1)
            return FindShortest(start, end.Value, loop);

        if (end is not null
            && end != start
            && program.Selector == PathSelectorKind.AllShortest
            && program.FindLoop() is var (every, _)
            && every.Minimum <= 1)
            return FindAllShortest(start, end.Value, every);

        if (end is null && count == 1 && program.FindOnlyLoop() is var (repeated, edge) && repeated.Minimum <= 1)
            return FindFromStart(start, repeated, edge.Step);

        return SelectByStates(start, end is null ? null : [end.Value]);
    }

    private IEnumerable<PathState> SelectByStates(int start, HashSet<int>? ends)
    {
        if (!CanSearchWalks || (wantsGroups && ends is { Count: 1 } && program.FindLoop() is not null))
            return SearchPaths(start, ends);

        var walks = Search(start, PathRule.Free, isPruned: true, ends);
        if (program.Rule == PathRule.Free)
            return walks;

        var byEnd = walks.GroupBy(path => path.Node).ToList();
        var broken = byEnd.Where(paths => !IsSettled([.. paths])).Select(paths => paths.Key).ToHashSet();
        var kept = byEnd.Where(paths => !broken.Contains(paths.Key)).SelectMany(paths => paths).Where(KeepsMode);
        return broken.Count == 0 ? kept : kept.Concat(SearchPaths(start, broken));
    }

    private List<PathState> SearchPaths(int start, HashSet<int>? ends)
    {
        if (ends is not { Count: 1 } || program.FindLoop() is not var (loop, _))
            return Search(start, program.Rule, isPruned: false, ends);
        return Guide(start, ends.Single(), loop.Maximum);
    }

    private List<PathState> Guide(int start, int end, long maximum) =>
        new GuidedPathSearch(state, createStepper(program.Rule), searches.WayToEnd, end, maximum)
            .Find(start, new ChosenPaths(count, wantsGroups));

    private IEnumerable<PathState> FindShortest(int start, int end, LoopInstruction loop)
    {
        var stepper = createStepper(PathRule.Free);
        if (!stepper.IsUnrestricted)
            return SearchPaths(start, [end]);

        var edges = searches.Shortest.Find(start, end, loop.Maximum);
        return edges is null ? [] : stepper.Replay(start, edges);
    }

    private IEnumerable<PathState> FindAllShortest(int start, int end, LoopInstruction loop)
    {
        var stepper = createStepper(PathRule.Free);
        return stepper.IsUnrestricted
            ? searches.Shortest.FindAll(start, end, loop.Maximum).SelectMany(edges => stepper.Replay(start, edges))
            : SelectByStates(start, [end]);
    }

    /// <summary>To every node: the tree gives all but the way back to the start itself.</summary>
    private IEnumerable<PathState> FindFromStart(int start, LoopInstruction loop, EdgeStep step)
    {
        var stepper = createStepper(PathRule.Free);
        if (!stepper.IsUnrestricted)
            return SelectByStates(start, null);

        var (waiting, accepted) = (new List<PathState>(), new List<PathState>());
        stepper.Settle(PathStepper.Start(start), waiting, accepted);
        if (waiting.Count == 0)
            return accepted;

        var branches = searches.Tree.Grow(start, loop.Maximum);
        var links = new PathState[branches.Count];
        state.Allocate(links.Length * BytesOfState);
        var settled = new List<PathState>();
        var meter = new StepMeter(state);
        for (var i = 0; i < links.Length; i++)
        {
            meter.Count();
            var (node, edge, parent) = branches[i];
            var previous = parent < 0 ? waiting[0] : links[parent];
            links[i] = new PathState(previous, loop.Exit, 0, node, waiting[0].Next, edge, previous.Length + 1);
            stepper.Settle(links[i], settled, accepted);
        }

        // What the rows of this start keep of them is theirs.
        state.Release(links.Length * BytesOfState);
        return loop.Minimum == 1 ? accepted.Concat(FindWayBack(start, loop, step, branches)) : accepted;
    }

    /// <summary>
    /// Against the direction of its edges too, the shortest walk back goes by the same edge again; how long the shortest one is that does
    /// not, the branches tell.
    /// </summary>
    private IEnumerable<PathState> FindWayBack(int start, LoopInstruction loop, EdgeStep step, List<Branch> branches)
    {
        var back = new WayBack(state, step, program.Rule.EdgesMayRepeat, start, branches);
        var length = back.FindLength(loop.Maximum);
        if (length == 0)
            return [];
        return back.IsUndirected && program.Rule != PathRule.Free
            ? Guide(start, start, length)
            : SelectByStates(start, [start]);
    }

    /// <summary>
    /// Walks of several lengths are far more than the paths among them, so those are worth a search only where walks are wanted.
    /// </summary>
    private bool CanSearchWalks => program.IsMemoryless && (program.Rule == PathRule.Free || !wantsGroups || count == 1);

    /// <summary>True where the paths of the mode are among the chosen walks.</summary>
    private bool IsSettled(List<PathState> walks) =>
        program.Selector == PathSelectorKind.AllShortest ? walks.Any(KeepsMode) : walks.All(KeepsMode);

    private bool KeepsMode(PathState path)
    {
        for (var link = path; link.Previous is not null; link = link.Previous)
        {
            if (link.Edge >= 0 && !program.Rule.Allows(link.Previous, link.Edge, link.Node))
                return false;
        }

        return true;
    }

    /// <param name="ends">The only end nodes that matter; null for every one.</param>
    private List<PathState> Search(int start, PathRule rule, bool isPruned, HashSet<int>? ends)
    {
        var stepper = createStepper(rule);
        var chosen = new ChosenPaths(count, wantsGroups);
        var visits = new Dictionary<(int, long, int), Visits>();
        var level = new List<PathState> { PathStepper.Start(start) };
        var meter = new StepMeter(state);
        var bytes = 0L;
        while (level.Count > 0)
        {
            state.Check();
            var waiting = new List<PathState>();
            foreach (var at in level)
            {
                meter.Count();
                Settle(stepper, at, isPruned ? visits : null, waiting, chosen, ends);
            }

            if (ends is not null && ends.All(chosen.IsComplete))
                break;

            var moved = new List<PathState>();
            foreach (var at in waiting)
            {
                var before = moved.Count;
                stepper.Move(at, moved);
                bytes += (moved.Count - before) * BytesOfState;
                state.Allocate((moved.Count - before) * BytesOfState);
                meter.Count(1 + moved.Count - before);
            }

            level = Sort(moved);
        }

        state.Release(bytes);
        return chosen.Paths;
    }

    private void Settle(
        PathStepper stepper,
        PathState at,
        Dictionary<(int, long, int), Visits>? visits,
        List<PathState> waiting,
        ChosenPaths chosen,
        HashSet<int>? ends)
    {
        var settled = new List<PathState>();
        var accepted = new List<PathState>();
        stepper.Settle(at, settled, accepted);
        foreach (var path in accepted)
        {
            if (ends is null || ends.Contains(path.Node))
                chosen.Add(path);
        }

        foreach (var next in settled)
        {
            if (visits is null || Visit(visits, next))
                waiting.Add(next);
        }
    }

    /// <summary>False where enough walks came to the same state before: another one could not be chosen.</summary>
    private bool Visit(Dictionary<(int, long, int), Visits> visits, PathState at)
    {
        var key = (at.Next, CapRepetitions(at), at.Node);
        visits.TryGetValue(key, out var seen);
        if (!wantsGroups)
        {
            visits[key] = seen with { Count = seen.Count + 1 };
            return seen.Count < count;
        }

        if (seen.LastLength == at.Length && seen.Count > 0)
            return true;

        if (seen.Count >= count)
            return false;

        visits[key] = new Visits(seen.Count + 1, at.Length);
        return true;
    }

    /// <summary>
    /// Beyond the minimum of a loop without maximum, more repetitions make no difference; nor where it is the only one, as then a walk
    /// with more of them is longer and may do less.
    /// </summary>
    private long CapRepetitions(PathState at)
    {
        for (var i = at.Next; i >= 0; i--)
        {
            if (program.Instructions[i] is LoopInstruction loop && loop.Exit > at.Next)
                return loop.Maximum == long.MaxValue || hasOneLoop ? Math.Min(at.Repetitions, loop.Minimum) : at.Repetitions;
        }

        return 0;
    }

    private List<PathState> Sort(List<PathState> moved)
    {
        var order = new int[moved.Count];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        StoppableSort.Sort<int>(state, order, (left, right) =>
        {
            var byRank = moved[left].Previous!.Rank.CompareTo(moved[right].Previous!.Rank);
            var byEdge = byRank != 0 ? byRank : moved[left].Edge.CompareTo(moved[right].Edge);
            return byEdge != 0 ? byEdge : left.CompareTo(right);
        });

        var sorted = order.Select(i => moved[i]).ToList();
        for (var i = 0; i < sorted.Count; i++)
        {
            var isTie = i > 0 && sorted[i].Edge == sorted[i - 1].Edge && sorted[i].Previous!.Rank == sorted[i - 1].Previous!.Rank;
            sorted[i].Rank = isTie ? sorted[i - 1].Rank : i;
        }

        return sorted;
    }

    /// <param name="Count">How many walks, or how many lengths of walks, came to a state.</param>
    private readonly record struct Visits(int Count, int LastLength);
}
