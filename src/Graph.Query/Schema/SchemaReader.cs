using Graph.Query.Parsing;

namespace Graph.Query.Schema;

/// <summary>Reads a graph type in the schema language. The only door from schema text to a graph type.</summary>
public static class SchemaReader
{
    public static SchemaResult Read(SourceText source)
    {
        var context = new ParseContext(source, CommentStyles.Slashes | CommentStyles.Block | CommentStyles.Dashes);
        var parsed = TextParse.Run(SchemaGrammar.Schema, context, OmittedSyntax.Explain);
        return parsed.Value is { } schema
            ? SchemaBinder.Bind(schema, DocComments.Attach(schema, context), source)
            : new SchemaResult(null, parsed.Diagnostics);
    }
}

/// <summary>The graph type, or null where a diagnostic is an error.</summary>
public sealed record SchemaResult(GraphType? Type, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>How many of the properties of each edge type are declared; these come first.</summary>
    internal ImmutableArray<int> DeclaredCounts { get; init; } = [];
}
