using Graph.Query.Binding;

namespace Graph.Query.Tests.Binding;

/// <summary>Long and deep texts end in a statement or in diagnostics, whatever their shape.</summary>
public sealed class LongQueryTests
{
    private const int Many = 4_000;

    [Theory]
    [InlineData("RETURN ", "true AND ", "true")]
    [InlineData("RETURN ", "1 < ", "2")]
    [InlineData("RETURN [", "1, ", "1]")]
    [InlineData("RETURN {", "a: 1, ", "a: 1}")]
    [InlineData("MATCH (a) ", "MATCH (a) ", "RETURN a")]
    [InlineData("MATCH (a) ", "WITH a ", "RETURN a")]
    [InlineData("MATCH ", "(a), ", "(a) RETURN a")]
    [InlineData("RETURN 1 AS a", " UNION RETURN 1 AS a", "")]
    [InlineData("MATCH (n:A", "|A", ") RETURN n")]
    [InlineData("RETURN CASE ", "WHEN true THEN 1 ", "END AS a")]
    public void WhatIsFlatMayBeLong(string start, string repeated, string end) =>
        Assert.NotNull(Bind(start, repeated, end, Many).Statement);

    [Theory]
    [InlineData("MATCH (a) ", "WITH a ", "RETURN a")]
    [InlineData("MATCH (a)", "-->(a)", " RETURN a")]
    [InlineData("MATCH ", "(a), ", "(a) RETURN a")]
    [InlineData("RETURN EXISTS { MATCH (a) ", "WITH a ", "}")]
    public void StepsThatWouldExhaustTheStackAreRefused(string start, string repeated, string end)
    {
        var result = Bind(start, repeated, end, 6_000);
        Assert.Equal("GR1015", Assert.Single(result.Diagnostics).Id);
    }

    /// <summary>What a clause does in several steps counts as several.</summary>
    [Theory]
    [InlineData("WITH DISTINCT a ORDER BY a.x ", 2_000)]
    [InlineData("WITH a SKIP 1 LIMIT 2 ", 2_000)]
    [InlineData("WITH a, count(*) AS n WHERE n > 0 ", 2_000)]
    public void TheStepsOfAClauseCountAsMany(string repeated, int count) =>
        Assert.Equal("GR1015", Assert.Single(Bind("MATCH (a) ", repeated, "RETURN a", count).Diagnostics).Id);

    /// <summary>Every way to plan a pattern grows with it, so that the whole of it is planned while somebody waits.</summary>
    [Theory]
    [InlineData("MATCH (a)", "-->()", " RETURN count(*)", 400)]
    [InlineData("MATCH (a)", ", ()", " RETURN count(*)", 1_000)]
    [InlineData("MATCH (a)", ", (a)-->()", " RETURN count(*)", 400)]
    [InlineData("MATCH (a) WHERE true", " AND a.name <> 'x'", " RETURN a", 20_000)]
    [InlineData("MATCH (a) WHERE false", " OR a.name = 'x'", " RETURN a", 20_000)]
    [InlineData("MATCH (a) WITH a WHERE true", " AND a.name <> 'x'", " RETURN a", 20_000)]
    [InlineData("MATCH (a {x: 1", ", a: 2", "}) RETURN a", 4_000)]
    [InlineData("RETURN 1 AS a", " UNION RETURN 1 AS a", "", 4_000)]
    [InlineData("MATCH (a)", " WITH a", " RETURN a", 4_000)]
    [InlineData("MATCH (a)", " OPTIONAL MATCH (a)-->(b) WITH a", " RETURN a", 1_000)]
    [InlineData("MATCH (a) WHERE true", " AND EXISTS { (a)-->() }", " RETURN a", 1_000)]
    public void WhatIsLongIsPlannedAndRuns(string start, string repeated, string end, int count)
    {
        var engine = new QueryEngine(new GraphBuilder().Build());
        var query = engine.Prepare(new SourceText(start + string.Concat(Enumerable.Repeat(repeated, count)) + end));
        Assert.False(query.HasErrors);
        Assert.True(engine.Run(query).Rows.Count() <= 1);
    }

    /// <summary>A join asks what each join below it introduces, which must not double with each.</summary>
    [Fact]
    public void VeryManyPartsAreJoinedByTheirValues()
    {
        const int Parts = 200;
        var builder = new GraphBuilder();
        for (var i = 0; i < 3; i++)
            builder.AddNode([], [new("x", Value.FromInteger(i))]);
        var nodes = string.Join(", ", Enumerable.Range(0, Parts).Select(i => $"(n{i})"));
        var keys = string.Join(" AND ", Enumerable.Range(1, Parts - 1).Select(i => $"n{i - 1}.x = n{i}.x"));
        var engine = new QueryEngine(builder.Build());
        var rows = engine.Run(engine.Prepare(new SourceText($"MATCH {nodes} WHERE {keys} RETURN n0.x"))).Rows;
        Assert.Equal(["0", "1", "2"], rows.Select(row => row.ToArray()[0].ToString()).Order());
    }

    [Theory]
    [InlineData("RETURN ", "1 + ", "1", 900)]
    [InlineData("WITH {} AS m RETURN m", ".a", "", 900)]
    [InlineData("RETURN ", "NOT ", "true", 240)]
    [InlineData("RETURN ", "[", "", 200)]
    public void WhatIsDeepIsBoundAsFarAsItIsParsed(string start, string repeated, string end, int depth)
    {
        var closing = repeated == "[" ? new string(']', depth) : "";
        Assert.NotNull(Bind(start, repeated, end + closing, depth).Statement);
    }

    [Fact]
    public void OfVeryManyMistakesTheFirstAreShownAndTheRestCounted()
    {
        var result = Bind("MATCH (a1) RETURN ", "b.x + ", "b.x", 900);
        Assert.Null(result.Statement);
        Assert.Equal(101, result.Diagnostics.Length);
        Assert.Equal("Variable 'b' is not defined.", result.Diagnostics[0].Message);
        Assert.Equal("801 more mistakes are not shown.", result.Diagnostics[^1].Message);
    }

    private static BindResult Bind(string start, string repeated, string end, int count) =>
        BindingFixture.Bind(start + string.Concat(Enumerable.Repeat(repeated, count)) + end, BindingFixture.Open);
}
