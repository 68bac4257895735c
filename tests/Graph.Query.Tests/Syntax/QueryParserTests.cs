using Graph.Query.Scripts;
using Graph.Query.Syntax;

namespace Graph.Query.Tests.Syntax;

public sealed class QueryParserTests
{
    [Fact]
    public void ScriptEndsStatementsOutsideOfStringsNamesAndComments()
    {
        const string script = "RETURN ';' AS a; // one; two\n;;\nRETURN `;` /* ; */;\nRETURN 3 AS c";
        var results = QueryScript.Read(new SourceText(script)).Parts.Select(part => part.Statement!).ToArray();
        Assert.All(results, result => Assert.Empty(result.Diagnostics));
        Assert.Equal(["RETURN ';' AS a", "RETURN `;`", "RETURN 3 AS c"], results.Select(result => result.Syntax!.ToString()));
    }

    [Fact]
    public void MistakeInAScriptCostsOnlyItsStatement()
    {
        var results = QueryScript.Read(new SourceText("RETURN 1 AS a;\nRETRUN 2;\nRETURN 3 AS c;")).Parts
            .Select(part => part.Statement!)
            .ToArray();
        Assert.Equal([true, false, true], results.Select(result => result.Syntax is not null));
        Assert.Equal((2, 1), (results[1].Diagnostics[0].Location.Line, results[1].Diagnostics[0].Location.Column));
    }

    [Fact]
    public void EmptyScriptHasNoStatements() => Assert.Empty(QueryScript.Read(new SourceText(" // nothing\n ; ")).Parts);

    [Theory]
    [InlineData("1", "1")]
    [InlineData("0x1F", "31")]
    [InlineData("-0x8000000000000000", "-9223372036854775808")]
    [InlineData("0o17", "15")]
    [InlineData("1_000", "1000")]
    [InlineData("017", "17")]
    public void IntegerHasItsValue(string text, string value) =>
        Assert.Equal(long.Parse(value), Literal(text).AsInteger());

    [Theory]
    [InlineData(".5", 0.5)]
    [InlineData("1e3", 1000.0)]
    [InlineData("1.5E-1", 0.15)]
    [InlineData("1_0.2_5", 10.25)]
    public void FloatHasItsValue(string text, double value) => Assert.Equal(value, Literal(text).AsFloat());

    [Theory]
    [InlineData("'it''s'", "it's")]
    [InlineData("\"a\"\"b'\"", "a\"b'")]
    [InlineData(@"'\\\'\""\`\b\f\n\r\t'", "\\'\"`\b\f\n\r\t")]
    [InlineData(@"'\u0041\U0001F600\U01F600'", "A😀😀")]
    [InlineData(@"'\uD83D\uDE00'", "😀")]
    [InlineData("'two\nlines'", "two\nlines")]
    public void StringHasItsValue(string text, string value) => Assert.Equal(value, Literal(text).AsString());

    [Fact]
    public void PatternAloneIsADoor() =>
        Assert.Equal(
            "p = ANY SHORTEST (a)-->+(b)", QueryParser.ParsePattern(new SourceText("p = ANY SHORTEST (a)-->+(b)")).Syntax!.ToString());

    [Fact]
    public void FragmentLeavesTheRestOfTheText()
    {
        const string text = "MATCH (a) UNWIND [1] AS x CREATE (a)-[:R {x: x}]->(b:B), (c) RETURN c";
        var source = new SourceText(text);
        var clauses = FragmentParser.ParseReadingClauses(source);
        Assert.Equal(["MATCH (a)", "UNWIND [1] AS x"], clauses.Syntax!.Select(clause => clause.ToString()));
        var patterns = FragmentParser.ParsePatterns(source, clauses.End + "CREATE".Length);
        Assert.Equal(["(a)-[:R {x: x}]->(b:B)", "(c)"], patterns.Syntax!.Select(pattern => pattern.ToString()));
        Assert.Equal("RETURN c", text[patterns.End..]);
        Assert.Equal("GR1001", Assert.Single(FragmentParser.ParsePatterns(source, text.Length - 1).Diagnostics).Id);
    }

    private static Value Literal(string text) =>
        Assert.IsType<LiteralSyntax>(QueryParser.ParseExpression(new SourceText(text)).Syntax).Value;
}
