namespace Graph.Query.Tests.Planning;

/// <summary>
/// Each stage of a query does not much more than twice the work for twice the text: parsed, bound and planned, and then run.
/// </summary>
public sealed class GrowthTests
{
    public static TheoryData<string, string, string, string, int> Shapes => new()
    {
        { "hops", "MATCH (a)", "-[:KNOWS]->()", " RETURN count(*) AS c", 40 },
        { "named hops", "MATCH p = (a)", "-->(n#)", " RETURN p", 40 },
        { "patterns apart", "MATCH (a)", ", (n#)", " RETURN count(*) AS c", 100 },
        { "patterns of one node", "MATCH (a)", ", (a)-->(n#)", " RETURN count(*) AS c", 40 },
        { "patterns that follow each other", "MATCH (a)", " MATCH (a)-[:KNOWS]->(n#)", " RETURN count(*) AS c", 40 },
        { "columns of which one is a node", "MATCH (a)-[:KNOWS]->(b) RETURN DISTINCT a, b", ", a.born + # AS c#", "", 100 },
        { "conditions", "MATCH (a) WHERE true", " AND a.name <> '#'", " RETURN a", 400 },
        { "alternatives", "MATCH (a) WHERE false", " OR a.name = '#'", " RETURN a", 400 },
        { "different alternatives", "MATCH (a) WHERE false", " OR a.born = # AND a.name < '#'", " RETURN a", 200 },
        { "labels", "MATCH (a:A", "|L#", ") RETURN a", 200 },
        { "unions", "RETURN 0 AS x", " UNION RETURN # AS x", "", 100 },
        { "unions of patterns", "MATCH (a) RETURN a", " UNION ALL MATCH (a:Person)-->(b {born: #}) RETURN a", "", 50 },
        { "clauses", "MATCH (a)", " WITH a, # AS x", " RETURN a", 100 },
        { "clauses that keep all", "MATCH (a)", " WITH *, a.born + # AS x#", " RETURN a", 300 },
        { "clauses that keep all and filter", "MATCH (a)", " WITH *, a.born + # AS x# WHERE x# > #", " RETURN a", 300 },
        { "named values", "MATCH (a)", " LET x# = a.born + #", " RETURN a", 300 },
        { "named values of each other", "LET x0 = 1", " LET y# = x0 + # FILTER y# > #", " RETURN x0", 300 },
        { "parts of the rows", "MATCH (a)", " LET x# = # OFFSET 1", " RETURN a", 300 },
        { "many optional patterns", "MATCH (a)", " OPTIONAL MATCH (a)-->(b#)", " RETURN a", 300 },
        { "numbered lists", "WITH 1 AS x", " FOR u# IN [#] WITH OFFSET i#", " RETURN x", 300 },
        { "clauses with filters", "MATCH (a)", " MATCH (a)-->(b#) WITH a WHERE a.born > #", " RETURN a", 40 },
        { "optional patterns", "MATCH (a)", " OPTIONAL MATCH (a)-->(b#)", " RETURN a", 40 },
        { "cases", "MATCH (a) RETURN CASE", " WHEN a.born = # THEN '#'", " END AS x", 200 },
        { "items of a list", "RETURN [0", ", #", "] AS x", 400 },
        { "keys of a map", "RETURN {a: 0", ", k#: #", "} AS x", 400 },
        { "columns", "MATCH (a) RETURN a", ", a.name + '#' AS c#", "", 200 },
        { "aggregates", "MATCH (a) RETURN a.name AS n", ", count(a.born + #) AS c#", "", 100 },
        { "sort keys", "MATCH (a) RETURN a ORDER BY a.name", ", a.born + #", "", 100 },
        { "subqueries", "MATCH (a) WHERE true", " AND EXISTS { (a)-->({born: #}) }", " RETURN a", 100 },
        { "counts", "MATCH (a) RETURN 0", " + COUNT { (a)-->({born: #}) }", " AS x", 100 },
        { "calls", "MATCH (a)", " CALL (a) { MATCH (a)-->(b) RETURN count(b) AS c# }", " RETURN a", 40 },
        { "unwound lists", "WITH 1 AS x", " UNWIND [#] AS u#", " RETURN x", 50 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void ATextIsPreparedInNearlyLinearWork(string kind, string start, string repeated, string end, int count)
    {
        Assert.NotEmpty(kind);
        Growth.RequireNearlyLinear(count, size => Write(start, repeated, end, size), text =>
        {
            var query = new QueryEngine(Execution.TestGraph.Store).Prepare(text);
            Assert.False(query.HasErrors, string.Join('\n', query.Diagnostics.Take(3)));
        });
    }

    [Theory]
    [InlineData("UNWIND range(1, #) AS x RETURN collect(x) AS l")]
    [InlineData("UNWIND range(1, #) AS x RETURN x ORDER BY -x")]
    [InlineData("UNWIND range(1, #) AS x RETURN DISTINCT x % 1000 AS y, count(*) AS c")]
    [InlineData("UNWIND range(1, #) AS x WITH collect(toString(x)) AS l RETURN reduce(s = 0, y IN l | s + size(y)) AS n")]
    [InlineData("UNWIND range(1, #) AS x WITH collect({x: x}) AS l UNWIND l AS m RETURN m.x AS x")]
    [InlineData("RETURN size(split(reduce(s = '', x IN range(1, 9) | s + 'a,'), ',')) + # AS x")]
    [InlineData("WITH range(1, #) AS l RETURN [x IN l WHERE x % 2 = 0 | x * x] AS e, l[1..10] AS s")]
    [InlineData("UNWIND range(1, #) AS x MATCH (p:Person) WHERE p.born = x RETURN p")]
    public void RowsAreComputedInNearlyLinearWork(string text)
    {
        var engine = new QueryEngine(Execution.TestGraph.Store);
        Growth.RequireNearlyLinear(
            4_000, size => engine.Prepare(new SourceText(text.Replace("#", $"{size}", StringComparison.Ordinal))),
            query => Assert.NotEmpty(engine.Run(query).Rows.Take(int.MaxValue).Select(row => row.Count).ToList().Append(0)));
    }

    private static SourceText Write(string start, string repeated, string end, int count) =>
        new(start + string.Concat(Enumerable.Range(1, count).Select(i => repeated.Replace("#", $"{i}", StringComparison.Ordinal))) + end);
}
