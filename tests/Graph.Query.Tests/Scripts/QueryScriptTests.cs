using Graph.Query.Scripts;
using Graph.Query.Tests.Binding;

namespace Graph.Query.Tests.Scripts;

/// <summary>Where statements of a script begin and end, and what the comments above them say.</summary>
public sealed class QueryScriptTests
{
    [Theory]
    [InlineData("RETURN 1; RETURN 2", "RETURN 1;|RETURN 2")]
    [InlineData("#!/usr/bin/env -S graph run\nRETURN 1;", "RETURN 1;")]
    [InlineData("#! no statement; here", "")]
    [InlineData("// a; b\n/* c; */ RETURN ';', `;`, \";\";;\n;", "RETURN ';', `;`, \";\";")]
    [InlineData("RETURN 1; // end", "RETURN 1;")]
    [InlineData("RETURN 1;\n/* never; RETURN 2;", "RETURN 1;|/* never; RETURN 2;")]
    [InlineData("RETURN 'never; RETURN 2;", "RETURN 'never; RETURN 2;")]
    [InlineData("RETURN 1 /* never; RETURN 2;", "RETURN 1 /* never; RETURN 2;")]
    [InlineData("\uFEFF \r\n RETURN 1;\r\n", "RETURN 1;")]
    [InlineData("", "")]
    public void StatementsEndAtSemicolons(string text, string statements)
    {
        var source = new SourceText(text);
        Assert.Equal(statements, string.Join('|', QueryScript.Read(source).Parts.Select(part => source.GetText(part.Span))));
    }

    [Theory]
    [InlineData("/* never", true)]
    [InlineData("RETURN 1; /* never", true)]
    [InlineData("RETURN /* never; */ 1", false)]
    [InlineData("RETURN 'it''s", true)]
    [InlineData("RETURN 1 AS `a", true)]
    [InlineData("RETURN 1 // `'\"/*", false)]
    public void ATextThatEndsInsideQuotesOrACommentIsOpen(string text, bool isOpen) =>
        Assert.Equal(isOpen, QueryScript.Read(new SourceText(text)).Parts[^1].IsOpen);

    [Fact]
    public void ACommentThatIsNeverClosedIsAMistakeAtItsBegin()
    {
        var last = QueryScript.Read(new SourceText("RETURN 1;\n  /* never\nRETURN 2;")).Parts[^1].Statement!;
        var mistake = Assert.Single(last.Diagnostics);
        Assert.Equal(("GR1002", 2, 3), (mistake.Id, mistake.Location.Line, mistake.Location.Column));
    }

    [Theory]
    [InlineData("// name: Members :many\n// Who is a member.\n// Since when.", "Members Many 'Who is a member. Since when.'")]
    [InlineData("/* name: Members :one\n * Who is\n */", "Members One 'Who is'")]
    [InlineData("// About the file.\n\n// name: Members", "Members  ''")]
    [InlineData("// param: $since INTEGER NULL\n// name: X :scalar", "X Scalar '' $since: INTEGER NULL")]
    [InlineData("// param: $a list< string >\n// param: `two words` DATE NOT NULL\n// PARAM: $b LIST", "  '' $a: LIST<STRING> $two words: DATE $b: LIST<ANY>")]
    [InlineData("// param: $a LIST<STRING NOT NULL>\n// param: $b array<int!> NULL\n// param: $c DATE  NOT NULL LIST NOT NULL", "  '' $a: LIST<STRING NOT NULL> $b: LIST<INTEGER NOT NULL> NULL $c: LIST<DATE NOT NULL>")]
    [InlineData("// param: $a local time\n// param: $b ZONED DATETIME NULL\n// param: $c LIST<DURATION>", "  '' $a: LOCAL TIME $b: ZONED DATETIME NULL $c: LIST<DURATION>")]
    [InlineData("// param: $a TIMESTAMP WITHOUT TIME ZONE\n// param: $b POINT\n// param: $c ANY VALUE\n// param: $d LIST<LIST<VARCHAR>>", "  '' $a: LOCAL DATETIME $b: POINT $c: ANY $d: LIST<LIST<STRING>>")]
    [InlineData("// param: $a LOCAL TIM", "  '' GR7011 1:14")]
    [InlineData("// param: $a NOTHING", "  '' GR7011 1:14")]
    [InlineData("// param: $a LIST<>", "  '' GR7011 1:14")]
    [InlineData("// a plain comment", "  'a plain comment'")]
    [InlineData("// name: 1st :many", "  '' GR7003 1:10")]
    [InlineData("// name: X :some", "  '' GR7002 1:4")]
    [InlineData("// name:", "  '' GR7002 1:4")]
    [InlineData("// nme: X :many", "  'nme: X :many' GR7016 1:4")]
    [InlineData("// Names: X", "  'Names: X' GR7016 1:4")]
    [InlineData("// name X :many\n// name: Y", "Y  '' GR7016 1:4")]
    [InlineData("// parm: $a INTEGER", "  'parm: $a INTEGER' GR7016 1:4")]
    [InlineData("// param $a INTEGER", "  'param $a INTEGER' GR7016 1:4")]
    [InlineData("// Note: all of it\n// name all :many of them\n// the price: $a b", "  'Note: all of it name all :many of them the price: $a b'")]
    [InlineData("// name: X :many\n// name: Y :many", "Y Many '' GR7007 1:4")]
    [InlineData("// param: $since INTEGR", "  '' GR7011 1:18")]
    [InlineData("// param: $since", "  '' GR7010 1:4")]
    [InlineData("// param: $a INT\n// param: $a INT", "  '' $a: INTEGER GR7012 2:4")]
    public void CommentsAboveAStatementNameAndDeclare(string comments, string expected) =>
        Assert.Equal(expected, Describe(QueryScript.Read(new SourceText($"{comments}\nRETURN 1 AS one;")).Parts.Single().Header));

    [Fact]
    public void ANameWithoutAStatementIsAMistake() =>
        Assert.Equal("GR7007", Assert.Single(QueryScript.Read(new SourceText("RETURN 1 AS a;\n// name: X :many")).Diagnostics).Id);

    [Theory]
    [InlineData("INTEGER", "7", "")]
    [InlineData("INTEGER", "'7'", "GR2019 Parameter '$x' is declared INTEGER, and cannot be '7'.")]
    [InlineData("INTEGER", "null", "GR2019 Parameter '$x' is declared INTEGER, and cannot be null.")]
    [InlineData("INTEGER NULL", "null", "")]
    [InlineData("INTEGER", "", "GR2013 Parameter '$x' has no value.")]
    [InlineData("INTEGER NULL", "", "")]
    [InlineData("FLOAT", "7", "")]
    [InlineData("INTEGER", "7.5", "GR2019 Parameter '$x' is declared INTEGER, and cannot be 7.5.")]
    [InlineData("LIST<STRING>", "['a', null]", "")]
    [InlineData("LIST<STRING>", "['a', 1]", "GR2019 Parameter '$x' is declared LIST<STRING>, and cannot be a list.")]
    [InlineData("DATE", "'2022-01'", "")]
    [InlineData("LIST<DATE>", "['2022-01']", "")]
    [InlineData("DATE", "'soon'", "GR3007")]
    [InlineData("LIST<STRING NOT NULL>", "['a', 'b']", "")]
    [InlineData("LIST<STRING NOT NULL>", "['a', null]", "GR2019 Parameter '$x' is declared LIST<STRING NOT NULL>, and the list has a null.")]
    [InlineData("LIST<LIST<INTEGER NOT NULL>> NULL", "[[1], null]", "")]
    [InlineData("LIST<LIST<INTEGER NOT NULL>> NULL", "[[1], [null]]", "GR2019 Parameter '$x' is declared LIST<LIST<INTEGER NOT NULL>> NULL, and the list has a null.")]
    [InlineData("LOCAL TIME", "localtime('10:30')", "")]
    [InlineData("LOCAL TIME", "'10:30'", "")]
    [InlineData("LOCAL TIME", "time('10:30Z')", "GR2019 Parameter '$x' is declared LOCAL TIME, and cannot be 10:30Z.")]
    [InlineData("LOCAL TIME", "'soon'", "GR2019 Parameter '$x' is declared LOCAL TIME, and cannot be 'soon'.")]
    [InlineData("ZONED TIME", "'10:30+01:00'", "")]
    [InlineData("LOCAL DATETIME", "'2022-01-06T10:30'", "")]
    [InlineData("ZONED DATETIME", "'2022-01-06T10:30:00Z'", "")]
    [InlineData("DURATION", "'P1M'", "")]
    [InlineData("DURATION", "7", "GR2019 Parameter '$x' is declared DURATION, and cannot be 7.")]
    [InlineData("LIST<DURATION>", "['P1M', duration('P1D')]", "")]
    [InlineData("ANY", "null", "")]
    [InlineData("MAP", "{a: 1}", "")]
    public void AParameterIsHeldAgainstItsDeclaration(string type, string value, string expected)
    {
        var engine = new QueryEngine(new GraphBuilder().Build());
        var query = engine.PrepareScript(new SourceText($"// param: $x {type}\nRETURN $x AS x;")).Single();
        var given = new Dictionary<string, Value>();
        if (value.Length > 0)
            given["x"] = engine.Run(engine.Prepare(new SourceText($"RETURN {value} AS x"))).Rows.First()[0];

        var mistake = engine.CheckParameters(query, given).SingleOrDefault();
        Assert.StartsWith(expected, mistake is null ? "" : $"{mistake.Id} {mistake.Message}");
        Assert.Equal(expected.Length == 0, mistake is null);
        if (mistake is not null)
            Assert.Throws<QueryException>(() => engine.Run(query, given));
    }

    [Theory]
    [InlineData("LOCAL TIME", "'10:30'", "LOCAL TIME NOT NULL")]
    [InlineData("ZONED DATETIME", "'2022-01-06T10:30:00Z'", "ZONED DATETIME NOT NULL")]
    [InlineData("LIST<DURATION>", "['P1M']", "LIST<DURATION NOT NULL> NOT NULL")]
    [InlineData("STRING", "'10:30'", "STRING NOT NULL")]
    public void ATextIsReadAsTheTimeThatIsDeclared(string type, string value, string expected)
    {
        var engine = new QueryEngine(new GraphBuilder().Build());
        var given = engine.Run(engine.Prepare(new SourceText($"RETURN {value} AS x"))).Rows.First()[0];
        var query = engine.PrepareScript(new SourceText($"// param: $x {type}\nRETURN valueType($x) AS type;")).Single();
        Assert.Equal(expected, engine.Run(query, new Dictionary<string, Value> { ["x"] = given }).Rows.First()[0].AsString());
    }

    [Theory]
    [InlineData("INTEGER", "MATCH (n:Person) WHERE n.name = $x RETURN n", "GR3013")]
    [InlineData("STRING", "MATCH (n:Person) WHERE n.name = $x RETURN n", "")]
    [InlineData("STRING", "MATCH (n:Person) RETURN n LIMIT $x", "GR3012")]
    [InlineData("STRING", "MATCH (n:Person) RETURN n", "GR7013")]
    public void ADeclaredTypeIsSeenBeforeTheQueryRuns(string type, string query, string id)
    {
        var part = QueryScript.Read(new SourceText($"// param: $x {type}\n{query}")).Parts.Single();
        var bound = Query.Binding.Binder.Bind(
            part.Statement!.Syntax!, new SourceText(query), BindingFixture.Closed, part.Header.Parameters);
        Assert.Equal(id, string.Join(' ', bound.Diagnostics.Select(diagnostic => diagnostic.Id)));
    }

    private static string Describe(StatementHeader header) => string.Join(' ', [
        header.Name ?? "",
        header.Cardinality?.ToString() ?? "",
        $"'{header.Description}'",
        .. header.Parameters.Select(parameter => $"${parameter.Name}: {parameter.TypeText}"),
        .. header.Diagnostics.Select(diagnostic => $"{diagnostic.Id} {diagnostic.Location.Line}:{diagnostic.Location.Column}"),
    ]);
}
