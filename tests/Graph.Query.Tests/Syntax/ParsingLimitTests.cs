using CsCheck;
using Graph.Query.Parsing;
using Graph.Query.Syntax;

namespace Graph.Query.Tests.Syntax;

public sealed class ParsingLimitTests
{
    /// <summary>Texts that grow by repeating one part: front, part, part with its end, end.</summary>
    private static readonly (string Front, string Part, string End)[] Shapes =
    [
        ("RETURN 1", " + 1", ""),
        ("RETURN true", " OR a.x = 1", ""),
        ("RETURN 1", " < 2", ""),
        ("RETURN [0", ", 'a'", "]"),
        ("RETURN {a: 0", ", b: $p", "}"),
        ("RETURN 0", ", (a + 1) * 2 AS x", ""),
        ("MATCH (a)", "-[:R {x: 1}]->(b)", " RETURN a"),
        ("MATCH (a)", ", (b:A|B)", " RETURN a"),
        ("MATCH (n) WHERE (n)", "-->(m)", " RETURN n"),
        ("MATCH (n) WHERE n", " AND (n)-[:R]->(m)", " RETURN n"),
        ("RETURN 1", " UNION RETURN [x IN xs WHERE (x) | x]", ""),
        ("MATCH (a)", " WITH a MATCH (a) WHERE EXISTS { (a)-->(b) }", " RETURN a"),
        ("RETURN f(", "x IN (y), ", "z)"),
        ("RETURN a", ".b", ""),
    ];

    private static readonly Gen<(string Open, string Close)> Nesting = Gen.OneOfConst(
        ("(", ")"), ("[", "]"), ("{a: ", "}"), ("f(", ")"), ("(a {x: ", "})"), ("[x IN ", "]"), ("NOT (", ")"),
        ("[(a)-->(b {x: ", "}) | 1]"),
        ("CASE WHEN ", " THEN 1 END"), ("EXISTS { MATCH (a) WHERE ", " }"), ("any(x IN xs WHERE ", ")"), ("x[", "]"),
        ("(a)-->({x: ", "})"));

    public static TheoryData<string, string> HugeQueries => new()
    {
        { "nested parentheses", $"RETURN {Repeat("(", 100_000)}1{Repeat(")", 100_000)}" },
        { "open parentheses", $"RETURN {Repeat("(", 100_000)}" },
        { "brackets that close nothing", $"RETURN {Repeat("(", 100_000)}{Repeat("]", 100_000)}" },
        { "open lists", $"RETURN {Repeat("[", 100_000)}" },
        { "open maps", $"RETURN {Repeat("{a:", 100_000)}" },
        { "open patterns", $"MATCH {Repeat("(", 100_000)}" },
        { "open subqueries", $"MATCH (n) WHERE {Repeat("EXISTS { MATCH (n) WHERE ", 40_000)}" },
        { "open cases", $"RETURN {Repeat("CASE WHEN ", 100_000)}" },
        { "label brackets", $"MATCH (n:{Repeat("(", 100_000)}" },
        { "label negations", $"MATCH (n:{Repeat("!", 100_000)}A) RETURN n" },
        { "sum", $"RETURN 1{Repeat(" + 1", 10_000)}" },
        { "power", $"RETURN 1{Repeat(" ^ 1", 10_000)}" },
        { "negations", $"RETURN {Repeat("NOT ", 100_000)}true" },
        { "signs", $"RETURN {Repeat("-", 100_000)}1" },
        { "properties", $"RETURN a{Repeat(".b", 100_000)}" },
        { "subscripts", $"RETURN a{Repeat("[0]", 100_000)}" },
        { "null tests", $"RETURN a{Repeat(" IS NULL", 100_000)}" },
        { "nested sums", $"RETURN {Repeat("(", 200)}1{Repeat($"{Repeat(" + 1", 900)})", 200)}" },
    };

    public static TheoryData<string, string> LongQueries => new()
    {
        { "disjunction", $"RETURN true{Repeat(" OR true", 25_000)}" },
        { "comparison", $"RETURN 1{Repeat(" < 1", 25_000)}" },
        { "list", $"RETURN [0{Repeat(", 1", 75_000)}]" },
        { "path", $"MATCH (a){Repeat("-->(b)", 25_000)} RETURN a" },
        { "string", $"RETURN '{Repeat("x", 1_000_000)}'" },
        { "comment", $"RETURN /*{Repeat("x", 1_000_000)}*/ 1" },
        { "clauses", $"MATCH (a){Repeat(" MATCH (a)", 15_000)} RETURN a" },
        { "columns", $"RETURN 0{Repeat(", 1", 25_000)}" },
    };

    [Theory]
    [MemberData(nameof(HugeQueries))]
    public void TooDeepATreeIsADiagnostic(string shape, string query)
    {
        var result = QueryParser.ParseStatement(new SourceText(query));
        Assert.True(result.Diagnostics.Length == 1, shape);
        Assert.Equal("GR1015", result.Diagnostics[0].Id);
    }

    [Theory]
    [MemberData(nameof(LongQueries))]
    public void LongFlatQueryIsParsed(string shape, string query)
    {
        var result = QueryParser.ParseStatement(new SourceText(query));
        Assert.True(result.Diagnostics.IsEmpty, shape);
        Assert.NotNull(result.Syntax);
    }

    [Fact]
    public void StepsGrowWithTheLengthOfTheText() =>
        Gen.Select(Gen.OneOfConst(Shapes), Gen.Int[20, 200]).Sample((shape, count) =>
        {
            var (once, twice) = (Steps(Repeated(shape, count)), Steps(Repeated(shape, 2 * count)));
            return twice <= 2 * once;
        }, iter: 200);

    [Fact]
    public void StepsGrowWithTheDepthOfTheText() =>
        Gen.Select(Nesting.Array[1, 3], Gen.Int[3, 20]).Sample((brackets, depth) =>
        {
            var (once, twice) = (Steps(Nested(brackets, depth)), Steps(Nested(brackets, 2 * depth)));
            return twice <= 2 * once;
        }, iter: 300);

    [Fact]
    public void AnyTextEndsInATreeOrADiagnostic() =>
        Gen.Int[0, 60].SelectMany(length => Gen.OneOfConst(Pieces).Array[length]).Select(string.Concat).Sample(text =>
        {
            var result = QueryParser.ParseStatement(new SourceText(text));
            var error = result.Diagnostics.SingleOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
            return (result.Syntax is null) == (error is not null) && (error is null || error.Span.End <= text.Length);
        }, iter: 20_000);

    private static readonly string[] Pieces =
    [
        "MATCH ", "RETURN ", " WHERE ", " WITH ", "(", ")", "[", "]", "{", "}", "a", "b", ":A", "|", "&", "!", "%", "-", "->", "<-", "*",
        "1", "..", ".", ",", "'", "'x'", "\"", "`", "/*", "*/", "//", "\n", " ", "$p", "$", "=", "<", ">", " AND ", " NOT ", " IN ", " AS ", "EXISTS ", "CASE ", " WHEN ", " THEN ",
        " END", "0x", "1e", "\\", "\\u", "~", "?", ";", "é", "漢", "\ud83d", "\ude00", "😀", "ANY ", "SHORTEST ", "CALL ", " YIELD ",
        "UNWIND ", "count(*)", "+", "^",
    ];

    private static string Repeated((string Front, string Part, string End) shape, int count) =>
        shape.Front + Repeat(shape.Part, count) + shape.End;

    private static string Nested((string Open, string Close)[] brackets, int depth)
    {
        var levels = Enumerable.Range(0, depth).SelectMany(_ => brackets).ToList();
        return $"RETURN {string.Concat(levels.Select(level => level.Open))}1{string.Concat(levels.AsEnumerable().Reverse().Select(level => level.Close))}";
    }

    private static int Steps(string text)
    {
        var context = new ParseContext(new SourceText(text), QueryGrammar.Comments);
        TextParse.Run(QueryGrammar.Statement, context);
        return context.Steps;
    }

    private static string Repeat(string part, int count) => string.Concat(Enumerable.Repeat(part, count));
}
