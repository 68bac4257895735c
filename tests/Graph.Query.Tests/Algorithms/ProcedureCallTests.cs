namespace Graph.Query.Tests.Algorithms;

/// <summary>Procedures as a query calls them: on a ring of three nodes with a shortcut, n 1 to 3.</summary>
public sealed class ProcedureCallTests
{
    private static readonly QueryEngine Engine = new(BuildStore());

    [Theory]
    [InlineData("CALL graph.pageRank({}) YIELD node, score AS s RETURN node.n, round(s * 1000)", "1 333.0", "2 333.0", "3 333.0")]
    [InlineData("CALL graph.betweenness() YIELD node, score WHERE score > 0 RETURN node.n, score", "1 1.0", "2 1.0", "3 1.0")]
    [InlineData("CALL graph.components({mode: 'strong'}) YIELD node, component RETURN component, count(node)", "0 3")]
    [InlineData("CALL graph.components({types: []}) YIELD node, component RETURN node.n, component", "1 0", "2 1", "3 2")]
    [InlineData("CALL graph.communities() YIELD community RETURN count(DISTINCT community)", "1")]
    [InlineData(
        "MATCH (a {n: 1}), (c {n: 3}) CALL graph.kShortest(a, c, 3, {weight: 'w', direction: 'out'}) YIELD index, path, cost RETURN index, [x IN nodes(path) | x.n], cost",
        "0 [1, 2, 3] 3.0")]
    [InlineData("MATCH (a {n: 1}), (c {n: 3}) CALL graph.kShortest(a, c, 1) YIELD path RETURN length(path)", "1")]
    [InlineData("OPTIONAL MATCH (x {n: 9}) CALL graph.kShortest(x, x, 1) YIELD path RETURN path")]
    [InlineData("CALL graph.pagRank() YIELD node RETURN node", "GR2012 No procedure 'graph.pagRank'. Did you mean 'graph.pageRank'?")]
    [InlineData("CALL graph.pageRank({dampng: 1}) YIELD node RETURN node", "GR5007 graph.pageRank has no setting 'dampng'. Did you mean 'damping'?")]
    [InlineData("MATCH (a {n: 1}) CALL graph.kShortest(a, a, 0) YIELD path RETURN path", "GR5005 k of graph.kShortest is out of range.")]
    public void ACallGivesItsRows(string query, params string[] rows) => Assert.Equal(rows, Run(query));

    /// <summary>Rows are made as they are asked for.</summary>
    [Fact]
    public void WhatFailsWhileRowsAreMadeHasThePlaceOfTheCall()
    {
        var query = Engine.Prepare(
            new SourceText("MATCH (a {n: 3}), (c {n: 1})\nCALL graph.kShortest(a, c, 1, {weight: 't'}) YIELD path RETURN path"));
        var error = Assert.Throws<QueryException>(() => Engine.Run(query).Batches.Count()).Diagnostic;
        Assert.Equal("The weight 't' of graph.kShortest takes a number, but this is a string.", error.Message);
        Assert.Equal((2, 22), (error.Location.Line, error.Location.Column));
    }

    private static List<string> Run(string text)
    {
        var query = Engine.Prepare(new SourceText(text));
        if (query.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) is { } error)
            return [$"{error.Id} {error.Message}"];

        try
        {
            var result = Engine.Run(query);
            return [.. result.Batches.SelectMany(
                batch => Enumerable.Range(0, batch.Count).Select(row => ReadRow(batch, row, result.Columns.Length)))];
        }
        catch (QueryException exception)
        {
            return [$"{exception.Diagnostic.Id} {exception.Message}"];
        }
    }

    private static string ReadRow(RowBatch batch, int row, int width) =>
        string.Join(' ', Enumerable.Range(0, width).Select(column => batch.GetValue(column, row)));

    private static GraphStore BuildStore()
    {
        var builder = new GraphBuilder();
        var nodes = Enumerable.Range(1, 3).Select(n => builder.AddNode(["N"], [new("n", Value.FromInteger(n))])).ToArray();
        builder.AddEdge("R", nodes[0], nodes[1], [new("w", Value.FromInteger(2))]);
        builder.AddEdge("R", nodes[1], nodes[2], [new("w", Value.FromFloat(1))]);
        builder.AddEdge("S", nodes[2], nodes[0], [new("t", Value.FromString("x"))]);
        return builder.Build();
    }
}
