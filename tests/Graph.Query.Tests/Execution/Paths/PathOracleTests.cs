using CsCheck;
using Graph.Query.Execution;
using Graph.Query.Planning;
using Graph.Query.Syntax;

namespace Graph.Query.Tests.Execution.Paths;

/// <summary>Every form of path query agrees with the plain enumeration of <see cref="PathOracle"/>, on random small graphs.</summary>
public sealed class PathOracleTests
{
    private const int Cases = 150;
    private static readonly string[] Types = ["A", "B"];
    private static readonly string[] Labels = ["X", "Y"];

    [Fact]
    public void PathsWithoutSelectorAreAllPathsOfTheMode() => Check(random => CreatePath(random, hasSelector: false, isBounded: false));

    [Fact]
    public void SelectorsChooseByLengthThenEdges() => Check(random => CreatePath(random, hasSelector: true, isBounded: false));

    [Fact]
    public void RepeatableElementsMayUseAnEdgeTwice() =>
        Check(random => CreatePath(random, hasSelector: random.Next(2) == 0, isBounded: true), "REPEATABLE ELEMENTS");

    [Fact]
    public void PatternsOfOneMatchShareNoEdge() => Sample(random =>
    {
        var store = CreateGraph(random);
        var first = CreatePath(random, hasSelector: false, isBounded: false) with { Prefix = "", Mode = PathMode.Walk };
        var second = new TestPath("", PathMode.Walk, PathSelectorKind.All, 1, null, [CreateStep(random, isBounded: false)], null);
        var oracle = new PathOracle(store, edgesMayRepeat: false);
        var expected = from walk in oracle.Find(first)
                       from other in oracle.Find(second)
                       where other.Start == walk.End && !other.Edges.Intersect(walk.Edges).Any()
                       select $"{Print(walk)} | {Print(other)}";
        var secondText = second.Text.Replace("(a)", "(b)", StringComparison.Ordinal).Replace("r0", "t0", StringComparison.Ordinal)
            .Replace("s0", "u0", StringComparison.Ordinal).Replace("(b)", "(c)", StringComparison.Ordinal);
        secondText = string.Concat("(b)", secondText.AsSpan(secondText.IndexOf(')') + 1));
        Compare(store, $"MATCH p = {first.Text}, q = {secondText} RETURN p, q", expected);
    });

    [Fact]
    public void ANodeInsideASearchedPathIsBoundByIt()
    {
        var builder = new GraphBuilder();
        int[] nodes = [builder.AddNode(["X"], []), builder.AddNode(["X"], []), builder.AddNode(["X"], [])];
        builder.AddEdge("A", nodes[1], nodes[2], []);
        builder.AddEdge("A", nodes[0], nodes[0], []);
        Compare(builder.Build(), "MATCH (()-->()){0}(n)<--(), (n)--() RETURN n", []);
    }

    [Fact]
    public void LabelsThatAnotherPartAsksOfANodeInsideASearchedPathAreTested()
    {
        var builder = new GraphBuilder();
        int[] nodes = [builder.AddNode(["C"], []), builder.AddNode(["B"], [])];
        builder.AddEdge("A", nodes[0], nodes[0], []);
        builder.AddEdge("A", nodes[1], nodes[1], []);
        builder.AddEdge("A", nodes[0], nodes[1], []);
        var store = builder.Build();
        Compare(store, "MATCH (()--()){2}(n)--(), (n:C) MATCH ()<-[r]-() RETURN id(r)", ["0", "1", "2"]);
        Compare(store, "MATCH (:B)(()--()){2}(n)--(), (n:C) RETURN labels(n)", ["['C']"]);
        Compare(store, "MATCH (n:C), (:B)(()--()){2}(n)--() RETURN labels(n)", ["['C']"]);
        Compare(store, "MATCH (()--()){2}(n)--(), (n:C) WHERE n.key IS NULL RETURN labels(n)", ["['C']"]);
    }

    [Fact]
    public void BoundEndsAndTheirPathsAgreeWithFreeOnes() => Sample(random =>
    {
        var store = CreateGraph(random);
        var path = CreatePath(random, hasSelector: random.Next(2) == 0, isBounded: false);
        var expected = new PathOracle(store, edgesMayRepeat: false).Find(path).Select(Print);
        Compare(store, $"MATCH (b), (a) MATCH p = {path.Text} RETURN p", expected);
    });

    [Fact]
    public void StepsAndGroupsListTheirEdges() => Sample(random =>
    {
        var store = CreateGraph(random);
        var path = CreatePath(random, hasSelector: false, isBounded: false);
        var first = path.Steps[0];
        var expected = new PathOracle(store, edgesMayRepeat: false).Find(path).Select(walk => PrintEdges(first, walk.StepEdges[0]));
        Compare(store, $"MATCH {path.Text} RETURN r0", expected);
    });

    [Fact]
    public void LengthsAndNumbersOfPathsAgreeWithThePaths() => Sample(random =>
    {
        var store = CreateGraph(random, mostNodes: 6, mostEdges: 10);
        var path = CreatePath(random, hasSelector: true, isBounded: false);
        path = path with { Steps = [Bound(path.Steps[0])] };
        var mode = random.Next(4) == 0 ? "REPEATABLE ELEMENTS" : "";
        var walks = new PathOracle(store, edgesMayRepeat: mode.Length > 0).Find(path).ToList();
        Compare(store, $"MATCH {mode} p = {path.Text} RETURN length(p)", walks.Select(walk => $"{walk.Edges.Count}"));
        Compare(
            store,
            $"MATCH {mode} p = {path.Text} RETURN a, b, length(p) AS l, count(*) AS c",
            walks.GroupBy(walk => (walk.Start, walk.End, walk.Edges.Count))
                .Select(group => $"({group.Key.Start}) | ({group.Key.End}) | {group.Key.Count} | {group.Count()}"));
        Compare(store, $"MATCH {mode} {path.Text} WITH b, count(*) AS c RETURN sum(c)", [$"{walks.Count}"]);
    });

    [Fact]
    public void APathThatASubqueryReadsIsMade() => Sample(random =>
    {
        var store = CreateGraph(random);
        var path = CreatePath(random, hasSelector: true, isBounded: false);
        path = path with { Steps = [Bound(path.Steps[0])] };
        var expected = new PathOracle(store, edgesMayRepeat: false).Find(path).Select(Print).ToList();
        Compare(store, $"MATCH p = {path.Text} CALL (*) {{ RETURN DISTINCT p AS q }} RETURN q", expected);
        Compare(
            store, $"MATCH p = {path.Text} CALL (p) {{ UNWIND [p] AS x RETURN max(length(x)) AS l }} RETURN l",
            expected.Select(text => $"{text.Split(" by ")[0].Split('-').Length - 1}"));
        Compare(
            store, $"MATCH p = {path.Text} WHERE EXISTS {{ UNWIND nodes(p) AS n RETURN n }} RETURN length(p) - length(p)",
            expected.Select(_ => "0"));
    });

    [Fact]
    public void AllShortestPathsBetweenTwoNodesAreThoseOfOneToAll() => Sample(random =>
    {
        var store = CreateGraph(random, mostNodes: 6, mostEdges: 10);
        var path = CreatePath(
            random, hasSelector: true, isBounded: false) with
        {
            Prefix = "ALL SHORTEST",
            Mode = PathMode.Walk,
            Selector = PathSelectorKind.AllShortest,
            Count = 1
        };
        path = path with { Steps = [Bound(path.Steps[0])] };
        var expected = new PathOracle(store, edgesMayRepeat: false).Find(path).Select(Print);
        Compare(store, $"MATCH (b), (a) MATCH p = {path.Text} RETURN p", expected);
    });

    /// <summary>One edge repeated a few times, as longer paths are too many to list.</summary>
    private static TestStep Bound(TestStep step) => step with
    {
        InnerType = null,
        Maximum = step.Minimum is null ? null : Math.Min(step.Maximum ?? int.MaxValue, step.Minimum.Value + 3)
    };

    private static IEnumerable<(RewriteSet Rewrites, BufferSizes Sizes)> Engines =>
    [
        (RewriteSet.All, BufferSizes.Default),
        (RewriteSet.None, BufferSizes.Default),
        (RewriteSet.All, BufferSizes.Of(1, 1)),
        (RewriteSet.None, BufferSizes.Of(1, 1)),
        (RewriteSet.None, BufferSizes.Of(2, 1)),
    ];

    private static void Check(Func<Random, TestPath> createPath, string matchMode = "") => Sample(random =>
    {
        var store = CreateGraph(random);
        var path = createPath(random);
        var expected = new PathOracle(store, edgesMayRepeat: matchMode.Length > 0).Find(path).Select(Print);
        Compare(store, $"MATCH {matchMode} p = {path.Text} RETURN p", expected);
    });

    private static void Sample(Action<Random> check) =>
        Gen.Int[0, int.MaxValue].Sample(seed => check(new Random(seed)), iter: Cases, threads: 1);

    private static void Compare(GraphStore store, string query, IEnumerable<string> expected)
    {
        var sorted = string.Join('\n', expected.Order(StringComparer.Ordinal));
        foreach (var (rewrites, sizes) in Engines)
        {
            var actual = string.Join('\n', Ask(new QueryEngine(store, rewrites, sizes), query).Order(StringComparer.Ordinal));
            Assert.True(
                sorted == actual,
                $"{query}\nwith {rewrites.Names.Length} rewrites, {sizes}, over {Describe(store)}\nexpected:\n{sorted}\nactual:\n{actual}");
        }
    }

    private static List<string> Ask(QueryEngine engine, string query)
    {
        var prepared = engine.Prepare(new SourceText(query));
        Assert.False(prepared.HasErrors, $"{query}: {string.Join('\n', prepared.Diagnostics.Select(diagnostic => diagnostic.Message))}");
        var result = engine.Run(prepared);
        return
        [
            .. from batch in result.Batches
               from row in Enumerable.Range(0, batch.Count)
               select string.Join(" | ", Enumerable.Range(0, result.Columns.Length).Select(column => Print(batch.GetValue(column, row)))),
        ];
    }

    private static string Print(Value value) => value.Kind switch
    {
        ValueKind.Path => $"{string.Join('-', value.AsPath().Nodes.ToArray())} by {string.Join(',', value.AsPath().Edges.ToArray())}",
        ValueKind.List => $"[{string.Join(", ", value.AsList().Select(Print))}]",
        ValueKind.Edge => $"{value.AsEdge()}",
        _ => value.ToString(),
    };

    private static string Print(TestWalk walk) => $"{string.Join('-', walk.Nodes)} by {string.Join(',', walk.Edges)}";

    private static string PrintEdges(TestStep step, IReadOnlyList<int> edges)
    {
        if (step.IsPlain)
            return $"{edges[0]}";
        return $"[{string.Join(", ", step.InnerType is null ? edges : edges.Where((_, i) => i % 2 == 0))}]";
    }

    private static GraphStore CreateGraph(Random random, int mostNodes = 4, int mostEdges = 5)
    {
        var builder = new GraphBuilder();
        var nodes = Enumerable.Range(0, random.Next(1, mostNodes + 1))
            .Select(_ => builder.AddNode([.. Labels.Where(_ => random.Next(2) == 0)], []))
            .ToArray();
        for (var i = random.Next(mostEdges + 1); i > 0; i--)
            builder.AddEdge(Types[random.Next(2)], nodes[random.Next(nodes.Length)], nodes[random.Next(nodes.Length)], []);
        return builder.Build();
    }

    private static string Describe(GraphStore store) => string.Join("; ", store.EdgeTables.SelectMany(table =>
        Enumerable.Range(table.FirstEdge, table.Count)
            .Select(edge => $"{edge}: {table.GetSource(edge)}-[{table.Type}]->{table.GetTarget(edge)}")));

    private static TestPath CreatePath(Random random, bool hasSelector, bool isBounded)
    {
        var (text, selector, count) = hasSelector ? CreateSelector(random) : ("", PathSelectorKind.All, 1);
        var mode = (PathMode)random.Next(4);
        var modeText = mode == PathMode.Walk && random.Next(2) == 0 ? "" : mode.ToString().ToUpperInvariant();
        var prefix = selector == PathSelectorKind.ShortestGroups ? $"{text} {modeText} GROUPS" : $"{text} {modeText}";
        var steps = Enumerable.Range(0, isBounded ? 1 : random.Next(1, 3)).Select(_ => CreateStep(random, isBounded)).ToArray();

        // The two notations for length cannot stand in one pattern.
        var mixes = steps.Any(step => step.IsStar) && steps.Any(step => !step.IsStar && !step.IsPlain);
        return new TestPath(prefix, mode, selector, count, CreateLabel(random), mixes ? steps[..1] : steps, CreateLabel(random));
    }

    private static (string Text, PathSelectorKind Selector, int Count) CreateSelector(Random random)
    {
        var count = random.Next(1, 4);
        return random.Next(5) switch
        {
            0 => ("ANY", PathSelectorKind.Any, 1),
            1 => ("ANY SHORTEST", PathSelectorKind.Shortest, 1),
            2 => ("ALL SHORTEST", PathSelectorKind.AllShortest, 1),
            3 => ($"SHORTEST {count}", PathSelectorKind.Shortest, count),
            _ => ($"SHORTEST {count}", PathSelectorKind.ShortestGroups, count),
        };
    }

    private static TestStep CreateStep(Random random, bool isBounded)
    {
        var direction = (EdgeDirection)random.Next(3);
        var type = random.Next(3) == 0 ? null : Types[random.Next(2)];
        var minimum = random.Next(isBounded ? 2 : 3);
        int? maximum = !isBounded && random.Next(3) == 0 ? null : minimum + random.Next(2);
        return random.Next(4) switch
        {
            0 => new TestStep(direction, type, null, null, false, default, null),
            1 => new TestStep(direction, type, minimum, maximum, true, default, null),
            2 => new TestStep(direction, type, minimum, maximum, false, default, null),
            _ => new TestStep(direction, type, minimum, maximum, false, (EdgeDirection)random.Next(3), Types[random.Next(2)]),
        };
    }

    private static string? CreateLabel(Random random) => random.Next(3) == 0 ? Labels[random.Next(2)] : null;
}
