using Graph.Oracle.Graphs;
using Graph.Query.Binding;
using Graph.Query.Syntax;

namespace Graph.Oracle.Evaluation;

/// <summary>Every way to lay the paths of a MATCH over the graph, by trying node after node and edge after edge.</summary>
internal sealed class PatternMatcher(Evaluation evaluation)
{
    public List<Row> Match(BoundMatch match, Row row)
    {
        var found = new List<Row>();
        MatchPaths(match, 0, new Walk(row, [], [], []), found);
        return [.. found.Where(each => evaluation.Expressions.IsTrue(match.Where, each))];
    }

    private void MatchPaths(BoundMatch match, int index, Walk walk, List<Row> found)
    {
        if (index == match.Paths.Length)
        {
            found.Add(walk.Row);
            return;
        }

        var path = match.Paths[index];
        var chosen = Choose(path, FindPaths(path, match.Mode, walk)).ToList();
        evaluation.Arrange(chosen);
        foreach (var next in chosen)
        {
            var row = path.Variable is null ? next.Row : next.Row.With(path.Variable, next.AsPath());
            MatchPaths(match, index + 1, new Walk(row, next.Used, [], []), found);
        }
    }

    private List<Walk> FindPaths(BoundPath path, MatchMode mode, Walk walk)
    {
        var found = new List<Walk>();
        var rule = new WalkRule(path.Mode, mode == MatchMode.DifferentEdges);
        foreach (var start in StartsOf((BoundNode)path.Elements[0], walk.Row))
        {
            if (Bind((BoundNode)path.Elements[0], walk.Row, start) is { } row)
                Extend(path.Elements, 1, walk with { Row = row, Nodes = [start.Id] }, rule, found.Add);
        }

        return [.. found.Where(each => evaluation.Expressions.IsTrue(path.Where, each.Row))];
    }

    private IEnumerable<PlainNode> StartsOf(BoundNode node, Row row)
    {
        if (!row.TryGet(node.Variable, out var value))
            return evaluation.Nodes;
        return value.IsNull ? [] : [evaluation.Graph.Nodes[ExpectNode(value)]];
    }

    /// <summary>Null where the node does not fit.</summary>
    private Row? Bind(BoundNode node, Row row, PlainNode candidate)
    {
        evaluation.Step();
        if (!ElementValues.Matches(node.Labels, candidate.Labels))
            return null;
        if (!row.TryGet(node.Variable, out var value))
            row = row.With(node.Variable, Value.FromNode(candidate.Id));
        else if (value.IsNull || ExpectNode(value) != candidate.Id)
            return null;
        return evaluation.Expressions.IsTrue(node.Where, row) ? row : null;
    }

    private void Extend(ImmutableArray<BoundPathElement> elements, int index, Walk walk, WalkRule rule, Action<Walk> found)
    {
        if (index == elements.Length)
        {
            if (rule.Allows(walk))
                found(walk);
            return;
        }

        switch (elements[index])
        {
            case BoundNode node:
                if (Bind(node, walk.Row, evaluation.Graph.Nodes[walk.Nodes[^1]]) is { } row)
                    Extend(elements, index + 1, walk with { Row = row }, rule, found);
                break;
            case BoundEdge edge:
                foreach (var (step, next) in StepsFrom(walk, edge.Direction, edge.Types, rule))
                {
                    if (BindEdge(edge, walk.Row, step) is { } bound)
                        Extend(elements, index + 1, walk.Go(step, next) with { Row = bound }, rule, found);
                }

                break;
            case BoundVariableLengthEdge edge:
                Repeat(edge, walk, [], rule, repeated => Extend(elements, index + 1, repeated, rule, found));
                break;
            case BoundQuantifiedPath part:
                Repeat(part, walk, walk.Row, [], rule, repeated => Extend(elements, index + 1, repeated, rule, found));
                break;
            default:
                throw new InvalidOperationException($"Unknown element {elements[index].GetType().Name}.");
        }
    }

    private Row? BindEdge(BoundEdge edge, Row row, PlainEdge candidate)
    {
        if (!row.TryGet(edge.Variable, out var value))
            row = row.With(edge.Variable, Value.FromEdge(candidate.Id));
        else if (value.IsNull || ExpectEdge(value) != candidate.Id)
            return null;
        return evaluation.Expressions.IsTrue(edge.Where, row) ? row : null;
    }

    private void Repeat(BoundVariableLengthEdge edge, Walk walk, List<int> taken, WalkRule rule, Action<Walk> found)
    {
        if (taken.Count >= edge.Minimum && BindList(edge, walk.Row, taken) is { } row)
            found(walk with { Row = row });
        if (taken.Count == edge.Maximum)
            return;
        foreach (var (step, next) in StepsFrom(walk, edge.Direction, edge.Types, rule))
        {
            if (evaluation.Expressions.IsTrue(edge.Where, walk.Row.With(edge.Edge, Value.FromEdge(step.Id))))
                Repeat(edge, walk.Go(step, next), [.. taken, step.Id], rule, found);
        }
    }

    private static Row? BindList(BoundVariableLengthEdge edge, Row row, List<int> taken)
    {
        var list = Value.FromList([.. taken.Select(Value.FromEdge)]);
        if (!row.TryGet(edge.Variable, out var value))
            return row.With(edge.Variable, list);
        return !value.IsNull && Equality.AreEqual(value, list) == true ? row : null;
    }

    private void Repeat(BoundQuantifiedPath part, Walk walk, Row outside, List<Row> copies, WalkRule rule, Action<Walk> found)
    {
        if (copies.Count >= part.Minimum)
            found(
                walk with
                {
                    Row = part.Groups.Aggregate(
                    outside, (row, group) => row.With(group.List, Value.FromList([.. copies.Select(copy => copy[group.Inner])])))
                });
        if (copies.Count == part.Maximum)
            return;
        Extend(part.Elements, 0, walk with { Row = outside }, rule, copy =>
        {
            if (evaluation.Expressions.IsTrue(part.Where, copy.Row))
                Repeat(part, copy, outside, [.. copies, copy.Row], rule, found);
        });
    }

    private List<(PlainEdge Edge, PlainNode Next)> StepsFrom(Walk walk, EdgeDirection direction, LabelExpression? types, WalkRule rule)
    {
        var from = evaluation.Graph.Nodes[walk.Nodes[^1]];
        var steps = new List<(PlainEdge, PlainNode)>();
        foreach (var edge in from.Edges)
        {
            evaluation.Step();
            if (!ElementValues.Matches(types, [edge.Type]))
                continue;
            var next = edge.Source == from && direction != EdgeDirection.Left ? edge.Target
                : edge.Target == from && direction != EdgeDirection.Right ? edge.Source
                : null;
            if (next is not null && rule.AllowsStep(walk, edge, next))
                steps.Add((edge, next));
        }

        evaluation.Arrange(steps);
        return steps;
    }

    private IEnumerable<Walk> Choose(BoundPath path, List<Walk> walks)
    {
        if (path.Selector == PathSelectorKind.All)
            return walks;
        var count = path.Count is null ? 1 : Lists.ExpectInteger(evaluation.Expressions.Evaluate(path.Count, Row.Empty));
        return walks.GroupBy(walk => (walk.Nodes[0], walk.Nodes[^1])).SelectMany(between => Choose(path.Selector, count, [.. between]));
    }

    private static IEnumerable<Walk> Choose(PathSelectorKind selector, long count, List<Walk> walks)
    {
        var order = Comparer<Walk>.Create((left, right) => Ordering.Compare(left.EdgeList, right.EdgeList));
        var sorted = walks.OrderBy(walk => walk.Edges.Length).ThenBy(walk => walk, order).ToList();
        if (selector is PathSelectorKind.Any or PathSelectorKind.Shortest)
            return sorted.Take((int)Math.Min(count, int.MaxValue));

        var wanted = selector == PathSelectorKind.AllShortest ? 1 : count;
        var lengths = sorted.Select(walk => walk.Edges.Length).Distinct().Take((int)Math.Min(wanted, int.MaxValue)).ToHashSet();
        return sorted.Where(walk => lengths.Contains(walk.Edges.Length));
    }

    private static int ExpectNode(Value value) => value.IsNode ? value.AsNode() : throw new ExpectedErrorException($"{value} is no node");

    private static int ExpectEdge(Value value) => value.IsEdge ? value.AsEdge() : throw new ExpectedErrorException($"{value} is no edge");
}
