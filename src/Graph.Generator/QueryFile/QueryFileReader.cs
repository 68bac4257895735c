using Graph.Query.Binding;
using Graph.Query.Parsing;
using Graph.Query.Syntax;

namespace Graph.Generator.QueryFile;

/// <summary>Reads query files and checks every statement against the graph type, as the engine would.</summary>
internal sealed class QueryFileReader(GraphCatalog catalog)
{
    private readonly List<Diagnostic> sorted = [];
    private readonly List<QueryDeclaration> declarations = [];
    private readonly Dictionary<string, (SourceText Source, TextSpan Span)> names = new(StringComparer.OrdinalIgnoreCase);
    private List<Diagnostic> diagnostics = [];

    /// <summary>What is wrong with the files, in their order and in the order of their texts.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => sorted;

    public IReadOnlyList<QueryDeclaration> Declarations => declarations;

    public void Read(SourceText source)
    {
        var results = QueryParser.ParseScript(source);
        var end = 0;
        foreach (var result in results)
        {
            diagnostics.AddRange(result.Diagnostics);
            if (result.Syntax is not { } statement)
                continue;
            Add(statement, CommentBlock.Read(source, end, statement.Span.Start), source);
            end = statement.Span.End;
        }

        // After a statement that does not parse, nobody knows which names are without one.
        if (results.All(result => result.Syntax is not null))
            ReportLoose(CommentBlock.Read(source, end, source.Text.Length).NameLines, source);
        sorted.AddRange(diagnostics.OrderBy(diagnostic => diagnostic.Span.Start));
        diagnostics = [];
    }

    private void Add(StatementSyntax statement, CommentBlock comments, SourceText source)
    {
        var bound = Binder.Bind(statement, source, catalog);
        diagnostics.AddRange(bound.Diagnostics);
        if (statement.Mode != StatementMode.Run)
            diagnostics.Add(QueryDiagnostics.Mode(source, FirstWord(statement.Span, source), statement.Mode.ToString().ToUpperInvariant()));
        if (comments.NameLines is not [.. var loose, var line])
        {
            diagnostics.Add(QueryDiagnostics.NoName(source, FirstWord(statement.Span, source)));
            return;
        }

        ReportLoose(loose, source);
        if (ReadName(line, source) is not var (name, cardinality) || bound.Statement is not { } query)
            return;
        Check(query, cardinality, line, source);
        var text = source.GetText(statement.Span).TrimEnd(';', ' ', '\t', '\r', '\n').ReplaceLineEndings("\n");
        declarations.Add(new QueryDeclaration(source.GetText(name), name, cardinality, comments.Description, text, query));
    }

    private void ReportLoose(ImmutableArray<TextSpan> lines, SourceText source) =>
        diagnostics.AddRange(lines.Select(line => QueryDiagnostics.NoStatement(source, line)));

    private (TextSpan Name, QueryCardinality Cardinality)? ReadName(TextSpan line, SourceText source)
    {
        if (CommentBlock.ReadWords(source, line) is not [var name, var kind] || ReadCardinality(source.GetText(kind)) is not { } cardinality)
        {
            diagnostics.Add(QueryDiagnostics.NameLine(source, line));
            return null;
        }

        var text = source.GetText(name);
        if (Characters.WordEnd(text, 0, text.Length) != text.Length || !char.IsLetter(text[0]))
        {
            diagnostics.Add(QueryDiagnostics.NoIdentifier(source, name, text));
            return null;
        }

        if (!names.TryAdd(text, (source, name)))
            diagnostics.Add(QueryDiagnostics.DuplicateName(source, name, text, names[text].Source, names[text].Span));
        return (name, cardinality);
    }

    private static QueryCardinality? ReadCardinality(string word) => word switch
    {
        ":many" => QueryCardinality.Many,
        ":one" => QueryCardinality.One,
        ":scalar" => QueryCardinality.Scalar,
        _ => null,
    };

    private void Check(BoundStatement statement, QueryCardinality cardinality, TextSpan line, SourceText source)
    {
        if (cardinality == QueryCardinality.Scalar && statement.Query.Columns.Length != 1)
            diagnostics.Add(QueryDiagnostics.ScalarColumns(source, line, statement.Query.Columns.Length));
        foreach (var parameter in statement.Parameters)
        {
            if (parameter.Conflict is { } conflict)
                diagnostics.Add(QueryDiagnostics.ParameterConflict(source, conflict.Span, parameter.Name, conflict));
        }
    }

    private static TextSpan FirstWord(TextSpan statement, SourceText source) =>
        TextSpan.FromBounds(statement.Start, Characters.WordEnd(source.Text, statement.Start, statement.End));
}
