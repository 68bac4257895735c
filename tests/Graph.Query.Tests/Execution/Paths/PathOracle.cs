using Graph.Query.Syntax;

namespace Graph.Query.Tests.Execution.Paths;

/// <summary>A path pattern of the tests: it prints itself as query text, and the oracle reads it.</summary>
/// <param name="Steps">What stands between the first and the last node.</param>
internal sealed record TestPath(
    string Prefix, PathMode Mode, PathSelectorKind Selector, int Count, string? StartLabel, IReadOnlyList<TestStep> Steps, string? EndLabel)
{
    public string Text => $"{Prefix} (a{Label(StartLabel)}){string.Concat(Steps.Select((step, i) => step.Print(i) + Node(i)))}";

    private string Node(int step) => step == Steps.Count - 1 ? $"(b{Label(EndLabel)})" : $"(m{step})";

    private static string Label(string? label) => label is null ? "" : $":{label}";
}

/// <summary>An edge, repeated where the bounds are not both absent.</summary>
/// <param name="InnerType">The second edge of a quantified path; null for a single edge.</param>
internal sealed record TestStep(
    EdgeDirection Direction, string? Type, int? Minimum, int? Maximum, bool IsStar, EdgeDirection SecondDirection, string? InnerType)
{
    public bool IsPlain => Minimum is null;

    public string Print(int index)
    {
        if (IsPlain)
            return Arrow(Direction, $"r{index}{TypeText(Type)}");
        if (IsStar)
            return Arrow(Direction, $"r{index}{TypeText(Type)}*{Minimum}..{Maximum}");
        if (InnerType is null)
            return $"{Arrow(Direction, $"r{index}{TypeText(Type)}")}{{{Minimum},{Maximum}}}";
        return $"((){Arrow(Direction, $"r{index}{TypeText(Type)}")}(){Arrow(SecondDirection, $"s{index}:{InnerType}")}()){{{Minimum},{Maximum}}}";
    }

    private static string TypeText(string? type) => type is null ? "" : $":{type}";

    private static string Arrow(EdgeDirection direction, string inside) =>
        $"{(direction == EdgeDirection.Left ? "<-" : "-")}[{inside}]{(direction == EdgeDirection.Right ? "->" : "-")}";
}

/// <summary>A walk that an oracle found, with the edges of each step.</summary>
internal sealed record TestWalk(IReadOnlyList<int> Nodes, IReadOnlyList<int> Edges, IReadOnlyList<IReadOnlyList<int>> StepEdges)
{
    public int Start => Nodes[0];

    public int End => Nodes[^1];
}

/// <summary>
/// Finds paths the plain way: every walk that matches the steps, then those that keep the mode, then those that the selector takes. Knows
/// nothing of the engine; walks are cut where they are longer than any that can matter.
/// </summary>
internal sealed class PathOracle(GraphStore store, bool edgesMayRepeat)
{
    private readonly (int Source, int Target, string Type)[] edges =
        [.. store.EdgeTables.SelectMany(table => Enumerable.Range(table.FirstEdge, table.Count)
            .Select(edge => (table.GetSource(edge), table.GetTarget(edge), table.Type)))];

    public List<TestWalk> Find(TestPath path)
    {
        var found = new List<TestWalk>();
        for (var node = 0; node < store.NodeCount; node++)
        {
            if (HasLabel(node, path.StartLabel))
                Extend(path, 0, new TestWalk([node], [], []), found);
        }

        return Select(path, [.. found.Where(walk => HasLabel(walk.End, path.EndLabel) && Keeps(path.Mode, walk))]);
    }

    private void Extend(TestPath path, int step, TestWalk walk, List<TestWalk> found)
    {
        if (!edgesMayRepeat && walk.Edges.Distinct().Count() < walk.Edges.Count)
            return;
        if (step == path.Steps.Count)
        {
            found.Add(walk);
            return;
        }

        var pattern = path.Steps[step];
        var repetitions = new List<TestWalk> { walk with { StepEdges = [.. walk.StepEdges, []] } };
        var maximum = pattern.IsPlain ? 1 : pattern.Maximum ?? edges.Length;
        for (var count = 0; repetitions.Count > 0; count++)
        {
            if (count >= (pattern.Minimum ?? 1))
                repetitions.ForEach(repetition => Extend(path, step + 1, repetition, found));
            if (count == maximum)
                break;
            repetitions = [.. repetitions.SelectMany(repetition => Repeat(pattern, repetition))
                .Where(repetition => edgesMayRepeat || IsTrail(repetition))];
        }
    }

    private IEnumerable<TestWalk> Repeat(TestStep step, TestWalk walk)
    {
        var moved = Move(walk, step.Direction, step.Type);
        return step.InnerType is null ? moved : moved.SelectMany(next => Move(next, step.SecondDirection, step.InnerType));
    }

    private IEnumerable<TestWalk> Move(TestWalk walk, EdgeDirection direction, string? type)
    {
        for (var edge = 0; edge < edges.Length; edge++)
        {
            var (source, target, edgeType) = edges[edge];
            if (type is not null && type != edgeType)
                continue;
            if (direction != EdgeDirection.Left && source == walk.End)
                yield return Go(walk, edge, target);
            if (direction == EdgeDirection.Left && target == walk.End)
                yield return Go(walk, edge, source);
            if (direction == EdgeDirection.Both && target == walk.End && source != target)
                yield return Go(walk, edge, source);
        }
    }

    private static TestWalk Go(TestWalk walk, int edge, int node) =>
        new([.. walk.Nodes, node], [.. walk.Edges, edge], [.. walk.StepEdges.SkipLast(1), [.. walk.StepEdges[^1], edge]]);

    private static List<TestWalk> Select(TestPath path, List<TestWalk> walks)
    {
        if (path.Selector == PathSelectorKind.All)
            return walks;

        return [.. walks.GroupBy(walk => (walk.Start, walk.End))
            .SelectMany(walksBetween => Choose(path, [.. walksBetween.Order(new ByLengthThenEdges())]))];
    }

    private static IEnumerable<TestWalk> Choose(TestPath path, List<TestWalk> sorted)
    {
        if (path.Selector is PathSelectorKind.Any or PathSelectorKind.Shortest)
            return sorted.Take(path.Count);

        var lengths = sorted.Select(walk => walk.Edges.Count).Distinct().Take(path.Count).ToHashSet();
        return sorted.Where(walk => lengths.Contains(walk.Edges.Count));
    }

    private static bool Keeps(PathMode mode, TestWalk walk) => mode switch
    {
        PathMode.Walk => true,
        PathMode.Trail => IsTrail(walk),
        PathMode.Acyclic => walk.Nodes.Distinct().Count() == walk.Nodes.Count,
        _ => walk.Nodes.Skip(1).Distinct().Count() == walk.Nodes.Count - 1 && !walk.Nodes.Skip(1).SkipLast(1).Contains(walk.Start),
    };

    private static bool IsTrail(TestWalk walk) => walk.Edges.Distinct().Count() == walk.Edges.Count;

    private bool HasLabel(int node, string? label) => label is null || store.HasLabel(node, store.FindLabel(label));

    private sealed class ByLengthThenEdges : IComparer<TestWalk>
    {
        public int Compare(TestWalk? x, TestWalk? y)
        {
            var order = x!.Edges.Count.CompareTo(y!.Edges.Count);
            for (var i = 0; order == 0 && i < x.Edges.Count; i++)
                order = x.Edges[i].CompareTo(y.Edges[i]);
            return order;
        }
    }
}
