using Graph.Query.Syntax;

namespace Graph.Query.Tests.Syntax;

public sealed class SyntaxPrinterTests
{
    public static IEnumerable<object[]> Statements => CaseFile.ReadPairs("printed.cases");

    public static IEnumerable<object[]> Groupings => CaseFile.ReadPairs("grouping.cases");

    [Theory]
    [MemberData(nameof(Statements))]
    public void StatementIsPrintedInOneForm(string written, string printed)
    {
        var tree = Parse(written);
        Assert.Equal(printed, SyntaxPrinter.Print(tree).Replace('\n', ' '));
        Assert.Equal(tree, Parse(SyntaxPrinter.Print(tree)));
    }

    [Theory]
    [MemberData(nameof(Groupings))]
    public void PrecedenceGroupsAsBracketsWould(string written, string bracketed) =>
        Assert.Equal(ParseExpression(bracketed), ParseExpression(written));

    [Fact]
    public void ChainedComparisonIsOneNode()
    {
        var comparison = Assert.IsType<ComparisonSyntax>(ParseExpression("a < b <= c"));
        Assert.Equal(3, comparison.Operands.Count);
        Assert.NotEqual<ExpressionSyntax>(comparison, ParseExpression("(a < b) <= c"));
    }

    [Fact]
    public void ColumnWithoutAliasKeepsItsTextAsName()
    {
        var query = Parse("RETURN a . b  +/* c */1 , ( a )").Query.Parts[0];
        var items = Assert.IsType<ReturnSyntax>(query.Clauses[0]).Projection.Items;
        Assert.Equal(["a . b  +/* c */1", "( a )"], items.Select(item => item.Text));
    }

    [Fact]
    public void ClausesStandOnLinesOfTheirOwn() =>
        Assert.Equal("MATCH (n)\nRETURN n\nUNION\nRETURN 1 AS n", SyntaxPrinter.Print(Parse("MATCH (n) RETURN n UNION RETURN 1 AS n")));

    [Fact]
    public void SpansCoverWhatWasWritten()
    {
        const string text = " MATCH  (a:A {x: 1}) -[r]-> (b)  WHERE  ( a.x + 1 ) * 2 > 3  RETURN a ";
        var clauses = Parse(text).Query.Parts[0].Clauses;
        var match = Assert.IsType<MatchSyntax>(clauses[0]);
        Assert.Equal("MATCH  (a:A {x: 1}) -[r]-> (b)  WHERE  ( a.x + 1 ) * 2 > 3", Written(match));
        Assert.Equal(["(a:A {x: 1})", "-[r]->", "(b)"], match.Patterns[0].Path.Elements.Select(Written));
        var comparison = Assert.IsType<ComparisonSyntax>(match.Where);
        Assert.Equal(["( a.x + 1 ) * 2", "3"], comparison.Operands.Select(Written));
        Assert.Equal("RETURN a", Written(clauses[1]));

        string Written(SyntaxNode node) => text.Substring(node.Span.Start, node.Span.Length);
    }

    private static StatementSyntax Parse(string text)
    {
        var result = QueryParser.ParseStatement(new SourceText(text));
        Assert.Empty(result.Diagnostics);
        return result.Syntax!;
    }

    private static ExpressionSyntax ParseExpression(string text)
    {
        var result = QueryParser.ParseExpression(new SourceText(text));
        Assert.Empty(result.Diagnostics);
        return result.Syntax!;
    }
}
