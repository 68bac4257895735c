using System.Globalization;
using System.Runtime.CompilerServices;

namespace Graph.Query.Tests.Execution;

/// <summary>COUNT { }, COLLECT { } and CALL { } (Cypher 25 manual, chapters on subqueries): each query of a list with its rows.</summary>
public sealed class SubqueryTests
{
    private const int OuterRows = 100_000;

    [Fact]
    public void EveryFormAnswers()
    {
        var answers = ReadQueries()
            .Select(query => query.StartsWith("//", StringComparison.Ordinal) ? query : $"{query}\n{Indent(TestGraph.Ask(query))}");

        Verifier.Verify(string.Join("\n", answers));
    }

    /// <summary>What is asked of very many rows is a join, or numbers that no row is made for.</summary>
    [Theory]
    [InlineData("MATCH (n:N) RETURN sum(COUNT { (n)-->() }) AS x", OuterRows)]
    [InlineData("MATCH (n:N) CALL (n) { MATCH (n)-->(m) RETURN count(m) AS c } RETURN sum(c) AS x", OuterRows)]
    [InlineData("MATCH (n:N) CALL (n) { MATCH (n)-->(m) RETURN m } RETURN count(m) AS x", OuterRows)]
    [InlineData("MATCH (n:N) CALL { MATCH (m:N) RETURN count(*) AS c } RETURN sum(c) AS x", (long)OuterRows * OuterRows)]
    [InlineData("MATCH (n:N) WITH n, COLLECT { MATCH (n)-->(m) RETURN m.i } AS ids RETURN sum(size(ids)) AS x", OuterRows)]
    [InlineData("MATCH (n:N) CALL (n) { MATCH (n)-->(m) RETURN max(m.i) AS c } RETURN count(c) AS x", OuterRows)]
    [InlineData("MATCH (n:N) CALL (n) { MATCH (n)--(m) RETURN sum(m.i) + count(DISTINCT m) AS c } RETURN sum(c) AS x", ((long)OuterRows * (OuterRows - 1)) + (2L * OuterRows))]
    [InlineData("MATCH (n:N) CALL (n) { MATCH (n)--(m) RETURN DISTINCT n.i % 2 AS c } RETURN sum(c) AS x", OuterRows / 2)]
    [InlineData("MATCH (n:N) CALL (n) { MATCH (n)-->(m) RETURN m UNION MATCH (n)-->(m) RETURN m } RETURN count(m) AS x", OuterRows)]
    [InlineData("MATCH (n:N) OPTIONAL CALL (n) { MATCH (n)-->(m {i: -1}) RETURN DISTINCT m } RETURN count(*) AS x", OuterRows)]
    public void ManyOuterRowsAreAnsweredTogether(string query, long expected)
    {
        var engine = new QueryEngine(Ring.Value);
        var prepared = engine.Prepare(new SourceText(query));

        Assert.Equal(expected.ToString(CultureInfo.InvariantCulture), engine.Run(prepared).Rows.Single().ToArray()[0].ToString());
    }

    [Fact]
    public void ACountMakesNoRows()
    {
        var engine = new QueryEngine(Ring.Value);
        var plan = engine.Run(engine.Prepare(new SourceText("EXPLAIN MATCH (n:N) RETURN n.i AS i, COUNT { (n)-->() } AS c")));

        Assert.Contains("Count rows of", string.Join('\n', plan.Rows.Select(row => row.ToArray()[0].ToString())), StringComparison.Ordinal);
    }

    private static readonly Lazy<GraphStore> Ring = new(() =>
    {
        var builder = new GraphBuilder();
        for (var i = 0; i < OuterRows; i++)
            builder.AddNode(["N"], [new("i", Value.FromInteger(i))]);
        for (var i = 0; i < OuterRows; i++)
            builder.AddEdge("R", i, (i + 1) % OuterRows, []);
        return builder.Build();
    });

    private static string Indent(string answer) => string.Join('\n', answer.Split('\n').Select(line => $"    {line}"));

    private static IEnumerable<string> ReadQueries([CallerFilePath] string sourceFile = "") =>
        File.ReadLines(Path.Combine(Path.GetDirectoryName(sourceFile)!, "Cases", "subqueries.cases")).Where(line => line.Length > 0);
}
