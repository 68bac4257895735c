namespace Graph.Generator;

/// <summary>Reads a graph type in the schema language. The only door from schema text to a graph type.</summary>
public static class SchemaReader
{
    public static SchemaResult Read(SourceText source) => throw new NotImplementedException();
}

/// <summary>The graph type, or null where a diagnostic is an error.</summary>
public sealed record SchemaResult(GraphType? Type, ImmutableArray<Diagnostic> Diagnostics);
