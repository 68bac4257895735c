using Graph.Query.Syntax;

namespace Graph.Query.Binding;

/// <summary>Resolves names, types every expression and gathers every mistake of a statement. The only door from syntax to bound query.</summary>
public static class Binder
{
    public static BindResult Bind(StatementSyntax statement, SourceText source, GraphCatalog catalog) => throw new NotImplementedException();
}

/// <summary>The bound statement, or null where a diagnostic is an error.</summary>
public sealed record BindResult(BoundStatement? Statement, ImmutableArray<Diagnostic> Diagnostics);
