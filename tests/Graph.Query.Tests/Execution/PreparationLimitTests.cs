using Graph.Query.Binding;
using Graph.Query.Execution;
using Graph.Query.Planning;
using Graph.Query.Scripts;
using Graph.Query.Syntax;

namespace Graph.Query.Tests.Execution;

/// <summary>Long texts are stopped before they run, in each of the stages from text to operators, as soon as a limit is reached.</summary>
public sealed class PreparationLimitTests
{
    /// <summary>In bytes: what the steps between two looks at the limits may allocate.</summary>
    private const int BetweenTwoLooks = 150_000;

    /// <summary>A start, what is repeated with a number for <c>#</c>, an end, and how often.</summary>
    public static TheoryData<string, string, string, int> Texts => new()
    {
        { "MATCH (n) WHERE true", " AND n.name <> '#'", " RETURN n", 10_000 },
        { "MATCH (n) WHERE false", " OR n.born = # AND n.name < '#'", " RETURN n", 5_000 },
        { "RETURN 0 AS x", " UNION RETURN # AS x", "", 3_000 },
        { "RETURN [0", ", toUpper('#')", "] AS x", 10_000 },
        { "RETURN {a: 0", ", k#: #", "} AS x", 10_000 },
        { "RETURN 0 AS c", ", # AS c#", "", 5_000 },
        { "MATCH (a)", "-[r#:KNOWS]->(a#)", " RETURN count(*) AS c", 300 },
        { "MATCH (a)", ", (a#)-->(b#)", " RETURN count(*) AS c", 300 },
        { "MATCH (a)", " OPTIONAL MATCH (a)-->(b#)", " RETURN a", 150 },
        { "MATCH (a) WHERE true", " AND EXISTS { (a)-->({born: #}) }", " RETURN a", 1_000 },
        { "MATCH (a:A", "|L#", ") RETURN a", 10_000 },
        { "MATCH (a) RETURN CASE", " WHEN a.born = # THEN '#'", " END AS x", 5_000 },
        { "MATCH (a) RETURN a ORDER BY a.name", ", a.born + #", "", 5_000 },
        { "LET x = 1", " LET y# = x + #", " RETURN x", 100 },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void AMemoryLimitIsNotPassedByMuchInAnyStage(string start, string repeated, string end, int count)
    {
        foreach (var (stage, run) in Stages(Write(start, repeated, end, count)))
        {
            var whole = Measure(run, null);
            if (whole < 500_000)
                continue;

            var half = whole / 2;
            var used = Measure(run, new QueryLimits(MaximumMemory: half));
            Assert.True(used <= (half * 1.1) + BetweenTwoLooks, $"{stage}: {used} bytes of {half}");
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void ACancelReachesEachStage(string start, string repeated, string end, int count)
    {
        foreach (var (stage, run) in Stages(Write(start, repeated, end, count)))
        {
            // A constant is made in no steps, however long it is.
            if (Measure(run, null) < 500_000)
                continue;

            using var preparation = Preparation.Begin(new QueryLimits(), new CancellationToken(canceled: true));
            Assert.True(Record.Exception(run) is OperationCanceledException, stage);
        }
    }

    [Fact]
    public void ALimitIsAMistakeOfTheStatementWithItsPlace()
    {
        var script = new SourceText($"RETURN 1 AS x; {Write("RETURN [0", ", #", "] AS x", 10_000).Text}; RETURN 2 AS x");
        var found = new QueryEngine(TestGraph.Store).PrepareScript(script, new QueryLimits(MaximumMemory: 200_000));
        Assert.Equal([false, true, false], found.Select(query => query.HasErrors));
        var mistake = Assert.Single(found[1].Diagnostics);
        Assert.Equal(
            "1:16 GR5006 Stopped: memory limit of 200000 bytes reached while the query was read and planned.",
            $"{mistake.Location.Line}:{mistake.Location.Column} {mistake.Id} {mistake.Message}");
    }

    [Fact]
    public void ATimeLimitOfNothingIsReachedWhileReading()
    {
        var query = new QueryEngine(TestGraph.Store).Prepare(Write("RETURN [0", ", #", "] AS x", 10_000), new QueryLimits(TimeSpan.Zero));
        Assert.Equal("Stopped: time limit of 0 s reached while the query was read and planned.", Assert.Single(query.Diagnostics).Message);
    }

    /// <summary>Another caller may have more time.</summary>
    [Fact]
    public void WhatALimitStoppedIsNotKept()
    {
        var engine = new QueryEngine(TestGraph.Store);
        var text = Write("RETURN [0", ", #", "] AS x", 10_000);
        Assert.True(engine.Prepare(text, new QueryLimits(TimeSpan.Zero)).HasErrors);
        Assert.False(engine.Prepare(text).HasErrors);
    }

    [Fact]
    public void ACancelEndsThePreparation() => Assert.Throws<OperationCanceledException>(() =>
        new QueryEngine(TestGraph.Store).Prepare(Write("RETURN [0", ", #", "] AS x", 10_000), null, new CancellationToken(canceled: true)));

    [Fact]
    public void WhatPreparingTookIsNoTimeForTheRun()
    {
        var engine = new QueryEngine(TestGraph.Store);
        var limits = new QueryLimits(TimeSpan.FromHours(1)) { Spent = TimeSpan.FromHours(2) };
        var error = Assert.Throws<QueryException>(
            () => engine.Run(engine.Prepare(new SourceText("UNWIND range(1, 100000) AS x RETURN sum(x)")), null, limits).Rows.Count());
        Assert.Equal("Stopped: time limit of 3600 s reached after 0 rows.", error.Message);
    }

    /// <summary>Each UNION behind NEXT repeats all that is before it.</summary>
    [Fact]
    public void AChainOfUnionsThatDoublesIsRefused()
    {
        var text = string.Join(" NEXT ", Enumerable.Repeat("RETURN 1 AS x UNION RETURN 2 AS x", 60));
        var mistake = Assert.Single(new QueryEngine(TestGraph.Store).Prepare(new SourceText(text)).Diagnostics);
        Assert.StartsWith("A query has at most 5000 clauses", mistake.Message, StringComparison.Ordinal);
    }

    private static List<(string Stage, Action Run)> Stages(SourceText text)
    {
        var store = TestGraph.Store;
        var catalog = GraphCatalog.Create(store.Type, store);
        var planner = new Planner(store, RewriteSet.All);
        var syntax = QueryScript.Read(text).Parts[0].Statement!.Syntax!;
        var bound = Binder.Bind(syntax, text, catalog).Statement!;
        var plan = planner.Plan(bound);
        return
        [
            ("parse", () => QueryParser.ParseStatement(text)),
            ("bind", () => Binder.Bind(syntax, text, catalog)),
            ("plan", () => planner.Plan(bound)),
            ("compile", () => Executable.Create(store, plan)),
        ];
    }

    /// <summary>The bytes that the stage allocates until it ends or is stopped, which it must be where there is a limit.</summary>
    private static long Measure(Action run, QueryLimits? limits)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        using var preparation = Preparation.Begin(limits ?? new QueryLimits(), CancellationToken.None);
        var error = Record.Exception(run);
        var used = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(limits is null ? null : "GR5006", (error as QueryException)?.Diagnostic.Id);
        return used;
    }

    private static SourceText Write(string start, string repeated, string end, int count) =>
        new(start + string.Concat(Enumerable.Range(1, count).Select(i => repeated.Replace("#", $"{i}", StringComparison.Ordinal))) + end);
}
