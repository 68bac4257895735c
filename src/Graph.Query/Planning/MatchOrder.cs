using Graph.Query.Binding;
using Graph.Query.Syntax;

namespace Graph.Query.Planning;

/// <summary>What to do next in a MATCH: scan a node, or follow a step (from its far end where <paramref name="IsReversed"/>).</summary>
internal readonly record struct MatchChoice(PatternNode? Scan, PatternStep? Step, bool IsReversed);

/// <summary>
/// The order of a MATCH's scans and steps. Every node is tried as the start of its part of the pattern; from there the step that leaves
/// the fewest rows comes first. Ties go by text order.
/// </summary>
internal sealed class MatchOrder(
    PatternGraph pattern, BoundExpression? where, ImmutableArray<GroupedNode> grouped, GraphStatistics statistics, bool byCost)
{
    // How many rows it may make more than the best start to begin at a node that is grouped by, on the way and at first: what an index
    // finds is not given up, as it is known better than what comes of it.
    private const double MostForGroups = 2;
    private const double MostStartsForGroups = 8;

    // Conditions that keep at least such a share of the nodes find none: all are scanned. Fewer groups than many stay near at hand wherever
    // their rows come from.
    private const double LeastOfScan = 0.2;
    private const double ManyGroups = 1 << 16;

    // A step that makes few rows of one is as fast as looking up the one that is asked for.
    private const double LeastGrowthForLookUp = 2;

    // More rows than this are as many: sums and differences of long ways stay numbers.
    private const double MostRows = 1e100;

    // An edge that leads to a node which is not wanted costs far less than a row.
    private const double RowsPerEdge = 0.2;

    // Estimates that are no further apart are taken for the same: those of steps come from samples, the first of a start are counted.
    private const double SureDifference = 1.25;
    private const double SureStart = 1.05;

    private readonly ILookup<BoundVariable, BoundExpression> conditions = GroupByNode(pattern, where);
    private readonly Lazy<LookUpNodes> lookUps = new(() => new LookUpNodes(pattern, where, statistics));
    private readonly Dictionary<PatternNode, double> selectivities = [];
    private readonly Dictionary<(int Step, bool IsReversed, bool IsInto, LastStep Last), double> growths = [];
    private readonly ILookup<BoundVariable, int> steps = pattern.Steps
        .SelectMany((step, index) => new[] { step.From.Variable, step.To.Variable }.Distinct().Select(node => (node, index)))
        .ToLookup(pair => pair.node, pair => pair.index);

    public GraphStatistics Statistics => statistics;

    public List<MatchChoice> Choose(IReadOnlySet<BoundVariable> bound)
    {
        var choices = new List<MatchChoice>();
        var known = new HashSet<BoundVariable>(bound);
        var left = new HashSet<int>(Enumerable.Range(0, pattern.Steps.Count));
        Follow(choices, known, left);
        var parts = ListParts(known).Select(part => (Nodes: part, First: ChooseStart(part, known, left))).ToList();
        foreach (var (part, first) in byCost ? parts.OrderBy(part => part.First.Rows) : parts.AsEnumerable())
        {
            // A search in another part binds the nodes on its way, of which this part may have chosen one.
            var chosen = first.Node is { } node && known.Contains(node.Variable) ? ChooseStart(part, known, left).Node : first.Node;
            for (var start = chosen; start is not null; start = ChooseStart(part, known, left).Node)
            {
                var others = ChooseOthers(start, part, known, left);
                foreach (var scanned in others.Prepend(start))
                {
                    choices.Add(new MatchChoice(scanned, null, false));
                    known.Add(scanned.Variable);
                }

                Follow(choices, known, left, start: others.Count == 0 ? start : null);
            }
        }

        return choices;
    }

    /// <summary>The nodes that are not known, those together that steps connect; in text order.</summary>
    private List<List<PatternNode>> ListParts(HashSet<BoundVariable> known)
    {
        var nodes = pattern.Nodes.ToDictionary(node => node.Variable);
        var seen = new HashSet<BoundVariable>(known);
        var parts = new List<List<PatternNode>>();
        foreach (var node in pattern.Nodes.Where(node => seen.Add(node.Variable)))
        {
            var met = new HashSet<PatternNode> { node };
            var waiting = new Queue<PatternNode>([node]);
            while (waiting.TryDequeue(out var next))
            {
                foreach (var other in steps[next.Variable].SelectMany(GetNodes).Where(nodes.ContainsKey).Where(seen.Add))
                {
                    met.Add(nodes[other]);
                    waiting.Enqueue(nodes[other]);
                }
            }

            parts.Add([.. met]);
        }

        return parts;
    }

    private IEnumerable<BoundVariable> GetNodes(int step) => GetNodes(pattern.Steps[step]);

    /// <summary>The nodes that are known after a step; a search binds those on its way too.</summary>
    private static IEnumerable<BoundVariable> GetNodes(PatternStep step) =>
    [
        step.From.Variable,
        step.To.Variable,
        .. step is PatternPath path ? path.Path.Elements.OfType<BoundNode>().Select(node => node.Variable) : [],
    ];

    /// <summary>The node to start a part from, and the rows made on the way; null where all its nodes are known.</summary>
    private (PatternNode? Node, double Rows) ChooseStart(List<PatternNode> part, HashSet<BoundVariable> known, HashSet<int> left)
    {
        var free = part.FindAll(node => !known.Contains(node.Variable));
        if (free.Count == 0 || !byCost)
            return (free.FirstOrDefault(), 0);

        var searches = left.Select(step => pattern.Steps[step]).OfType<PatternPath>().ToList();
        var starts = free.FindAll(node => !searches.Exists(step => IsManyEnds(step, node, known) || IsOnTheWay(step, node, known)));
        var estimates = (starts.Count > 0 ? starts : free)
            .OrderBy(GetRows).Take(LongPatterns.Starts)
            .Select(node => (Node: node, Way: EstimateFrom(node, known, left)))
            .ToList();
        // Steps that go out from the middle know nothing of each other, so that they can be counted apart.
        var least = estimates.Min(start => start.Way.BeforeLast);
        var best = estimates.Where(start => start.Way.BeforeLast <= least * SureStart).MaxBy(start => steps[start.Node.Variable].Count());
        var chosen = estimates
            .Where(start => start.Way.All <= best.Way.All * MostForGroups && PaysToGroup(start.Node, best.Node))
            .DefaultIfEmpty(best)
            .MinBy(start => start.Way.BeforeLast);
        return (chosen.Node, chosen.Way.All);
    }

    /// <summary>Whether to start at a node rather than at the best one, as it is grouped by.</summary>
    private bool PaysToGroup(PatternNode node, PatternNode best) => grouped.Any(key => key.Node == node.Variable
        && (key.Property is null || statistics.IsUnique(key.Property, node.LabelExpression))
        && (key.IsForExtremes
            ? GetRows(node) >= ManyGroups && GetSelectivity(best) >= 1
            : GetSelectivity(best) >= LeastOfScan || GetRows(node) <= GetRows(best) * MostStartsForGroups));

    /// <summary>
    /// Further nodes that are looked up before any step, of each of which there is one: what lies between two known ends is met from both.
    /// </summary>
    private List<PatternNode> ChooseOthers(PatternNode start, List<PatternNode> part, HashSet<BoundVariable> known, HashSet<int> left)
    {
        const int Most = 4;
        var others = byCost
            ? part.FindAll(node => node != start && !known.Contains(node.Variable) && GetRows(node) <= 1)
            : [];
        if (others.Count is 0 or > Most || left.Any(step => pattern.Steps[step] is not PatternEdge { Element.IsBound: false }))
            return [];

        HashSet<BoundVariable> ends = [.. known, start.Variable, .. others.Select(node => node.Variable)];
        var rows = GetRows(start);
        return rows + Follow([], ends, [.. left], rows).BeforeLast < EstimateFrom(start, known, left).BeforeLast ? others : [];
    }

    private double GetRows(PatternNode node) => statistics.GetNodes(node.LabelExpression).Count * GetSelectivity(node);

    /// <summary>The rows made on the way, when the pattern is followed from the given node.</summary>
    private Way EstimateFrom(PatternNode start, HashSet<BoundVariable> known, HashSet<int> left)
    {
        // The sets are as large as the pattern.
        const int ElementsPerStep = 32;
        Preparation.Count((known.Count + left.Count) / ElementsPerStep);
        var rows = GetRows(start);
        var way = Follow([], [.. known, start.Variable], [.. left], rows, start);
        return new Way(rows + way.BeforeLast, rows + way.All);
    }

    /// <summary>Takes every step that can be reached; returns the rows made on the way, from the rows there are.</summary>
    /// <param name="start">The only node of which steps are not followed as far as they can be; null for all.</param>
    private Way Follow(
        List<MatchChoice> choices, HashSet<BoundVariable> known, HashSet<int> left, double rows = 1, PatternNode? start = null)
    {
        var (total, made) = (0.0, 0.0);
        var lastSteps = new Dictionary<BoundVariable, LastStep>();
        var near = new SortedSet<int>(start is not null
            ? steps[start.Variable].Where(left.Contains)
            : left.Where(step => GetChoices(pattern.Steps[step], known).Any()));
        while (true)
        {
            var candidates = near
                .SelectMany(step => GetChoices(pattern.Steps[step], known).Select(choice => (step, choice)))
                .Where(pair => !AwaitsEnd(pair.choice, known))
                .ToList();
            if (candidates.Count == 0)
                return new Way(total - made, total);

            var (index, best) = byCost ? FindCheapest(candidates, known, lastSteps) : candidates[0];
            if (byCost && GetGrowth(index, best, known, lastSteps) > LeastGrowthForLookUp && FindLookUp(near, known) is { } lookedUp)
            {
                choices.Add(new MatchChoice(lookedUp, null, false));
                known.Add(lookedUp.Variable);
                near.UnionWith(steps[lookedUp.Variable].Where(left.Contains));
                total += made = rows;
                continue;
            }

            var before = rows;
            rows = Math.Min(rows * GetGrowth(index, best, known, lastSteps), MostRows);
            made = IsClosedAtOnce(best, index, known, left) ? before : rows;
            total += made + (Math.Min(GetDropped(best, rows, known), MostRows) * RowsPerEdge);
            choices.Add(best);
            left.Remove(index);
            near.Remove(index);
            foreach (var node in GetNodes(index).Where(known.Add))
                near.UnionWith(steps[node].Where(left.Contains));
            if (best.Step is not PatternEdge edge)
                continue;
            known.Add(edge.Element.Variable);
            (lastSteps[edge.From.Variable], lastSteps[edge.To.Variable]) = (new LastStep(edge, LeadsHere: false), new LastStep(edge, true));
        }
    }

    /// <summary>The first step in text order that makes about as few rows as any.</summary>
    private (int Step, MatchChoice Choice) FindCheapest(
        List<(int Step, MatchChoice Choice)> candidates, HashSet<BoundVariable> known, Dictionary<BoundVariable, LastStep> lastSteps)
    {
        var least = candidates.Min(pair => GetGrowth(pair.Step, pair.Choice, known, lastSteps));
        return candidates.First(pair => GetGrowth(pair.Step, pair.Choice, known, lastSteps) <= least * SureDifference);
    }

    /// <summary>How many edges a step looks at to make so many rows, beside those that it follows.</summary>
    private double GetDropped(MatchChoice choice, double rows, HashSet<BoundVariable> known)
    {
        var to = choice.IsReversed ? choice.Step!.From : choice.Step!.To;
        return choice.Step is PatternEdge { Element.IsBound: false } && !known.Contains(to.Variable)
            ? rows * ((1 / Math.Max(GetSelectivity(to), double.Epsilon)) - 1)
            : 0;
    }

    /// <summary>A node at the other end of an edge that what is known tells; null where there is none.</summary>
    private PatternNode? FindLookUp(IEnumerable<int> near, HashSet<BoundVariable> known) => near
        .Select(step => pattern.Steps[step])
        .OfType<PatternEdge>()
        .Where(edge => !edge.Element.IsBound)
        .Select(edge => known.Contains(edge.From.Variable) ? edge.To : edge.From)
        .FirstOrDefault(node => !known.Contains(node.Variable) && lookUps.Value.IsTold(node, known));

    /// <summary>A node between two known ones is met from both at once, so that the rows of one side alone are not made.</summary>
    private bool IsClosedAtOnce(MatchChoice choice, int index, HashSet<BoundVariable> known, HashSet<int> left)
    {
        var to = (choice.IsReversed ? choice.Step!.From : choice.Step!.To).Variable;
        return choice.Step is PatternEdge && !known.Contains(to) && steps[to].Any(other =>
            other != index && left.Contains(other) && pattern.Steps[other] is PatternEdge edge && edge.From != edge.To
            && known.Contains(edge.From.Variable == to ? edge.To.Variable : edge.From.Variable));
    }

    private static IEnumerable<MatchChoice> GetChoices(PatternStep step, HashSet<BoundVariable> known)
    {
        var isEdgeKnown = step is PatternEdge { Element.IsBound: true };
        if (isEdgeKnown || known.Contains(step.From.Variable))
            return [new MatchChoice(null, step, false)];

        // A search begins at the first node of its pattern, and a list that is bound is checked from its first edge.
        var isForwardOnly = step is PatternPath or PatternWalk { Element.IsBound: true };
        return !isForwardOnly && known.Contains(step.To.Variable) ? [new MatchChoice(null, step, true)] : [];
    }

    /// <summary>A search for chosen paths between two nodes is far cheaper than one from the first node to all others.</summary>
    private bool AwaitsEnd(MatchChoice choice, HashSet<BoundVariable> known) =>
        byCost
        && choice.Step is PatternPath { Path.Selector: not PathSelectorKind.All } path
        && !known.Contains(path.To.Variable)
        && HasFewEnds(path);

    /// <summary>
    /// One search to all ends is cheaper than one for each of many, and than one for each of a few where all paths are wanted.
    /// </summary>
    private bool IsManyEnds(PatternStep step, PatternNode node, HashSet<BoundVariable> known) =>
        step is PatternPath path
        && path.To == node && path.From != node && !known.Contains(path.From.Variable)
        && (path.Path.Selector == PathSelectorKind.All || !HasFewEnds(path));

    /// <summary>
    /// A search begins at its first node whichever of the nodes on its way are known, so it would run once for each of them, and nothing
    /// would be seen of that while the way from such a node is weighed.
    /// </summary>
    private bool IsOnTheWay(PatternPath path, PatternNode node, HashSet<BoundVariable> known) =>
        path.From != node && path.To != node && !known.Contains(path.From.Variable)
        && GetNodes(path).Contains(node.Variable) && GetRows(node) > 1;

    private bool HasFewEnds(PatternPath path)
    {
        const double FewNodes = 16;
        return statistics.GetNodes(path.To.LabelExpression).Count * GetSelectivity(path.To) <= FewNodes;
    }

    /// <summary>How many rows a step makes of one; asked again for each start and each step before it, and computed once.</summary>
    /// <param name="lastSteps">By node, the last step that was taken to it or from it.</param>
    private double GetGrowth(
        int step, MatchChoice choice, HashSet<BoundVariable> known, Dictionary<BoundVariable, LastStep> lastSteps)
    {
        Preparation.Count();
        var last = lastSteps.GetValueOrDefault((choice.IsReversed ? choice.Step!.To : choice.Step!.From).Variable);
        var isInto = known.Contains((choice.IsReversed ? choice.Step!.From : choice.Step!.To).Variable);
        var key = (step, choice.IsReversed, isInto, last);
        if (!growths.TryGetValue(key, out var growth))
            growths.Add(key, growth = ComputeGrowth(choice, isInto, last));
        return growth;
    }

    private double ComputeGrowth(MatchChoice choice, bool isInto, LastStep last)
    {
        var (from, to) = choice.IsReversed ? (choice.Step!.To, choice.Step.From) : (choice.Step!.From, choice.Step.To);
        var growth = choice.Step switch
        {
            PatternEdge { Element.IsBound: true } => 1,
            PatternEdge edge => GetEdgeGrowth(from, to, edge.Element, choice.IsReversed, last),
            PatternWalk walk => GetWalkGrowth(from, walk.Element, choice.IsReversed),
            _ => statistics.NodeCount,
        };
        return isInto
            ? growth / Math.Max(1, statistics.GetNodes(to.LabelExpression).Count)
            : growth * GetSelectivity(to);
    }

    private double GetEdgeGrowth(PatternNode from, PatternNode to, BoundEdge edge, bool isReversed, LastStep last)
    {
        var followed = isReversed ? edge.Direction.Reverse() : edge.Direction;
        var degree = last.Edge is { Element: var before }
            ? statistics.GetDegreeAfter(
                before.Types, last.LeadsHere ? before.Direction : before.Direction.Reverse(), from.LabelExpression, edge.Types, followed)
            : statistics.GetDegree(from.LabelExpression, edge.Types, followed);
        return degree * statistics.GetTargetShare(edge.Types, followed, to.LabelExpression);
    }

    /// <summary>What is walked: only the first step begins at such a node, and walks that end elsewhere are walked too.</summary>
    private double GetWalkGrowth(PatternNode from, BoundVariableLengthEdge walk, bool isReversed)
    {
        const int AssumedLength = 4;
        var followed = isReversed ? walk.Direction.Reverse() : walk.Direction;
        var first = Math.Max(1, statistics.GetDegree(from.LabelExpression, walk.Types, followed));
        var later = Math.Max(1, statistics.GetDegree(null, walk.Types, followed));
        return first * Math.Pow(later, Math.Clamp(walk.Maximum ?? AssumedLength, 1, AssumedLength) - 1);
    }

    private double GetSelectivity(PatternNode node)
    {
        if (!selectivities.TryGetValue(node, out var selectivity))
        {
            selectivity = conditions[node.Variable].Aggregate(
                1.0, (share, condition) => share * Selectivity.Of(condition, statistics.GetNodes(node.LabelExpression).Count));
            selectivities.Add(node, selectivity);
        }

        return selectivity;
    }

    /// <summary>
    /// The conditions that read one node and nothing else; and those that look it up by what was bound before the pattern.
    /// </summary>
    private static ILookup<BoundVariable, BoundExpression> GroupByNode(PatternGraph pattern, BoundExpression? where)
    {
        var own = pattern.Variables.ToHashSet();
        return pattern.Nodes.SelectMany(node => node.Conditions).Concat(ExpressionVariables.SplitConjunction(where))
            .Select(condition => (Condition: condition, Variables: ExpressionVariables.Of(condition)))
            .Where(pair => pair.Variables.Count == 1 || Selectivity.LooksUp(pair.Condition))
            .Select(pair => (pair.Condition, Variables: pair.Variables.Where(own.Contains).ToList()))
            .Where(pair => pair.Variables.Count == 1)
            .ToLookup(pair => pair.Variables[0], pair => pair.Condition);
    }

    /// <summary>The rows made on a way.</summary>
    /// <param name="BeforeLast">
    /// Without those of the last step: these are the same whichever way is taken, and less sure than what leads to them.
    /// </param>
    private readonly record struct Way(double BeforeLast, double All);

    /// <summary>A step that was taken to a node or from it; no edge for none.</summary>
    private readonly record struct LastStep(PatternEdge? Edge, bool LeadsHere);
}
