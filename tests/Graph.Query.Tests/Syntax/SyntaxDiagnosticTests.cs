using Graph.Query.Parsing;
using Graph.Query.Syntax;
using Graph.Query.Tests.Binding;

namespace Graph.Query.Tests.Syntax;

public sealed class SyntaxDiagnosticTests
{
    public static IEnumerable<object[]> Mistakes => CaseFile.ReadTwoLines("syntax-errors.cases");

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void MistakeIsMarkedAndExplained(string marked, string message)
    {
        var query = marked.Replace("‹", "").Replace("›", "");
        var result = QueryParser.ParseStatement(new SourceText(query));
        var diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal(MarkedHints.Unmark(message), Describe(diagnostic, result.IsIncomplete));
        MarkedHints.AssertAccepted(message);
        Assert.Equal(marked, query.Insert(diagnostic.Span.End, "›").Insert(diagnostic.Span.Start, "‹"));
        Assert.Equal(diagnostic.Severity == DiagnosticSeverity.Error, result.Syntax is null);
    }

    [Fact]
    public void PlaceCountsLinesAndColumnsOfTheFile()
    {
        var result = QueryParser.ParseStatement(new SourceText("MATCH (n)\n  RETRUN n\n", "queries/a.cypher"));
        var location = Assert.Single(result.Diagnostics).Location;
        Assert.Equal(
            ("queries/a.cypher", 2, 3, "  RETRUN n", 6),
            (location.Path, location.Line, location.Column, location.LineText, location.Length));
    }

    [Theory]
    [InlineData("RETRUN", "RETURN")]
    [InlineData("retun", "RETURN")]
    [InlineData("RETURNN", "RETURN")]
    [InlineData("ERTURN", "RETURN")]
    [InlineData("WHER", "WHERE")]
    [InlineData("MERGE", null)]
    [InlineData("RTN", null)]
    public void NearestNameAllowsFewMistakes(string name, string? nearest) =>
        Assert.Equal(nearest, NearestName.Find(name, ["MATCH", "RETURN", "WHERE"]));

    [Fact]
    public void NearestNamePrefersTheFirstOfEqualOnes() => Assert.Equal("Citx", NearestName.Find("Cit", ["Citx", "City"]));

    private static string Describe(Diagnostic diagnostic, bool isIncomplete) =>
        $"{diagnostic.Id} {diagnostic.Message}{(diagnostic.ErrorClass is { } known ? $" [{known.Detail}]" : "")}{(isIncomplete ? " …" : "")}";
}
