using Graph.Generator.CSharp;
using Graph.Query.Binding;
using Graph.Query.Parsing;
using Graph.Query.Schema;
using Graph.Query.Scripts;
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
        var script = QueryScript.Read(source);
        foreach (var part in script.Parts)
        {
            diagnostics.AddRange(part.Statement!.Diagnostics);
            diagnostics.AddRange(part.Header.Diagnostics);
            if (part.Statement.Syntax is { } statement)
                Add(statement, part.Header, source);
        }

        diagnostics.AddRange(script.Diagnostics);
        sorted.AddRange(diagnostics.OrderBy(diagnostic => diagnostic.Span.Start));
        diagnostics = [];
    }

    private void Add(StatementSyntax statement, StatementHeader header, SourceText source)
    {
        var bound = Binder.Bind(statement, source, catalog, header.Parameters);
        diagnostics.AddRange(bound.Diagnostics);
        if (statement.Mode != StatementMode.Run)
            diagnostics.Add(QueryDiagnostics.Mode(source, FirstWord(statement.Span, source), statement.Mode.ToString().ToUpperInvariant()));
        if (!CheckName(statement, header, source)
            || bound.Statement is not { } query
            || header is not { Name: { } name, Cardinality: { } cardinality })
            return;

        Check(query, header, source);
        var text = CSharpText.WithLineFeeds(source.GetText(statement.Span).TrimEnd(';', ' ', '\t', '\r', '\n'));
        declarations.Add(new QueryDeclaration(source, name, header.NameSpan, cardinality, header.Description, text, query));
    }

    private bool CheckName(StatementSyntax statement, StatementHeader header, SourceText source)
    {
        if (header.Name is not { } name)
        {
            if (!header.Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
                diagnostics.Add(QueryDiagnostics.NoName(source, FirstWord(statement.Span, source)));
            return false;
        }

        if (header.Cardinality is null)
            diagnostics.Add(QueryDiagnostics.NoCardinality(source, header.NameSpan, name));
        var method = CSharpNames.ToPascalCase(name);
        if (!names.TryAdd(method, (source, header.NameSpan)))
            diagnostics.Add(QueryDiagnostics.DuplicateName(source, header.NameSpan, name, names[method].Source, names[method].Span));
        return true;
    }

    private void Check(BoundStatement statement, StatementHeader header, SourceText source)
    {
        diagnostics.AddRange(header.CheckColumns(source, statement.Query.Columns.Length));
        foreach (var parameter in statement.Parameters)
        {
            if (parameter.Conflict is { } conflict)
                diagnostics.Add(QueryDiagnostics.ParameterConflict(source, conflict.Span, parameter.Name, conflict));
        }
    }

    private static TextSpan FirstWord(TextSpan statement, SourceText source) =>
        TextSpan.FromBounds(statement.Start, Characters.WordEnd(source.Text, statement.Start, statement.End));
}
