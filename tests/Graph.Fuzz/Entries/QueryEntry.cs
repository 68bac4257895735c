using System.Text;
using Graph.Annotations;
using Graph.Fuzz.Inputs;
using Graph.News;
using Graph.Query;
using Graph.Query.Binding;
using Graph.Query.Scripts;
using Graph.Query.Syntax;
using Graph.Results;

namespace Graph.Fuzz.Entries;

/// <summary>
/// A script, from its text to its printed answers: it is parsed, bound, planned and run under limits. What parses is printed and means the
/// same when it is read again; what is wrong has its place in the text.
/// </summary>
internal sealed class QueryEntry() : FuzzEntry("query", Collect())
{
    private const long MostMemory = 64L << 20;
    private static readonly QueryLimits Limits = new(TimeSpan.FromMilliseconds(500), MostMemory);
    private static readonly ResultFormat[] Formats = Enum.GetValues<ResultFormat>();

    private readonly GraphStore news = GraphLoader.Load([Repository.GetPath("data")], new LoadOptions(NewsSchema.GraphType)).Store;
    private readonly GraphStore open = GraphLoader.Load([Repository.GetPath("data")], new LoadOptions(null)).Store;

    public override ImmutableArray<string> Words { get; } =
        [.. QueryWords.Keywords.Select(word => word.ToUpperInvariant()), "Person", "Country", "LEADS", "name", "key", "published",
            "MENTIONS", "date('2022-01')", "null", "$p", "n", "r", "p"];

    public override void Read(FuzzInput input)
    {
        var source = new SourceText(input.Text);
        var engine = new QueryEngine(input.Length % 2 == 0 ? news : open);
        foreach (var part in QueryScript.Read(source, ':').Parts)
        {
            if (part.Statement is not { } parsed)
                continue;

            CheckPlaces(parsed.Diagnostics, source);
            if (parsed.Syntax is { } syntax)
                Read(engine, part, syntax, source);
        }
    }

    private static void Read(QueryEngine engine, ScriptPart part, StatementSyntax syntax, SourceText source)
    {
        var printed = SyntaxPrinter.Print(syntax);
        var again = QueryParser.ParseStatement(new SourceText(printed));
        FindingException.Require(
            again.Syntax is not null && SyntaxPrinter.Print(again.Syntax) == printed,
            () => $"is printed as what is not read again: {printed}");

        var query = engine.Prepare(part, source);
        CheckPlaces(query.Diagnostics, source);
        if (query.HasErrors)
            return;

        var parameters = query.Parameters.ToDictionary(parameter => parameter, _ => Value.FromInteger(1));
        try
        {
            var result = engine.Run(query, parameters, Limits);
            ResultWriter.Write(result, Formats[source.Text.Length % Formats.Length], new CountingWriter());
        }
        catch (Exception exception) when (exception is QueryException or ValueTooLongException)
        {
            // The documented answers to a limit and to a value that a function cannot take.
        }
    }

    private static void CheckPlaces(ImmutableArray<Diagnostic> diagnostics, SourceText source)
    {
        foreach (var diagnostic in diagnostics)
        {
            FindingException.Require(
                diagnostic.Span.Start >= 0 && diagnostic.Span.End <= source.Text.Length && diagnostic.Location.Line >= 1,
                () => $"has no place for {diagnostic.Id} {diagnostic.Message}");
        }
    }

    private static ImmutableArray<FuzzInput> Collect() =>
    [
        .. KeptInputs.Read("query"),
        .. KeptInputs.ReadStatements("q.cypher", "tests", "Graph.Query.Tests", "Execution", "Cases", "clauses.cases"),
        .. KeptInputs.ReadStatements("q.cypher", "tests", "Graph.Query.Tests", "Execution", "Cases", "guides.cases"),
        .. KeptInputs.ReadStatements("q.cypher", "tests", "Graph.Query.Tests", "Execution", "Cases", "subqueries.cases"),
        .. KeptInputs.ReadStatements("q.cypher", "tests", "Graph.Query.Tests", "Functions", "Cases", "functions.cases")
            .Select(input => FuzzInput.Of("q.cypher", Encoding.UTF8.GetBytes($"RETURN {input.Text} AS x"))),
        .. Directory.GetFiles(Repository.GetPath("data", "queries"), "*.cypher").Order(StringComparer.Ordinal)
            .Select(path => FuzzInput.Of("q.cypher", File.ReadAllBytes(path))),
    ];

    /// <summary>Takes what is printed and keeps nothing.</summary>
    private sealed class CountingWriter : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value)
        {
        }

        public override void Write(char[] buffer, int index, int count)
        {
        }

        public override void Write(ReadOnlySpan<char> buffer)
        {
        }

        public override void Write(string? value)
        {
        }
    }
}
