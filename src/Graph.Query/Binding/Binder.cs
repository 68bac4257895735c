using Graph.Query.Algorithms;
using Graph.Query.Scripts;
using Graph.Query.Syntax;

namespace Graph.Query.Binding;

/// <summary>
/// Resolves names, types every expression and gathers every mistake of a statement. The only door from syntax to bound query.
/// </summary>
internal static class Binder
{
    /// <param name="declared">The parameters that the comments above the statement declare.</param>
    /// <param name="procedures">What CALL finds; null for what the language brings along.</param>
    public static BindResult Bind(
        StatementSyntax statement,
        SourceText source,
        GraphCatalog catalog,
        ImmutableArray<DeclaredParameter> declared = default,
        ProcedureRegistry? procedures = null)
    {
        var context = new BindingContext(source, catalog, procedures ?? ProcedureRegistry.BuiltIn, declared.IsDefault ? [] : declared);
        var query = context.Queries.Bind(statement.Query);
        foreach (var unused in context.Parameters.FindUnused())
            context.Diagnostics.UnusedDeclaration(unused.Span, unused.Name);
        var bound = context.Diagnostics.HasErrors
            ? null
            : new BoundStatement(statement.Mode, query, context.Parameters.ToImmutable(), statement.Span);
        return new BindResult(bound, context.Diagnostics.ToSorted());
    }
}

/// <summary>The bound statement, or null where a diagnostic is an error.</summary>
/// <param name="Diagnostics">The error that counts as the first of several comes first (scope, type, aggregation), warnings last.</param>
internal sealed record BindResult(BoundStatement? Statement, ImmutableArray<Diagnostic> Diagnostics);
